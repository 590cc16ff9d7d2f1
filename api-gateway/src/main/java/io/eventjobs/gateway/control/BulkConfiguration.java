package io.eventjobs.gateway.control;

import io.eventjobs.gateway.batchaction.BatchIntents;
import io.eventjobs.gateway.jobaction.WorkerControls;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.recovery.Recovery;
import io.eventjobs.gateway.transition.BatchRecounts;
import io.eventjobs.gateway.transition.ChangeListener;
import io.eventjobs.model.protocol.Control;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bulk actions, and how they reach workers. */
@Configuration(proxyBeanMethods = false)
class BulkConfiguration {
    @Bean
    WorkerControls workerControls(GatewaySender sender, ExecutorService backgroundExecutor) {
        return (worker, job, upToToken, reason) ->
                backgroundExecutor.execute(() -> sender.control(new Control.Cancel(worker, job, upToToken, reason)));
    }

    @Bean
    BatchIntents.Telling intentTelling(BatchRecounts recounts, ChangeListener changes) {
        return new BatchIntents.Telling(recounts, changes);
    }

    /** Looked up late: recovery finishes bulk actions, and bulk actions tell recovery of their changes. */
    @Bean
    Recovery.BulkActions bulkActions(ObjectProvider<BatchIntents> intents) {
        return batch -> intents.getObject().carryOut(batch);
    }
}
