package io.eventjobs.gateway.jobaction;

import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.model.protocol.Control;
import java.util.concurrent.ExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JobActionConfiguration {
    /** On a separate thread, since a send may block for a while if Kafka is unavailable, and the client must not wait for it. */
    @Bean
    WorkerControls workerControls(GatewaySender sender, ExecutorService backgroundExecutor) {
        return (worker, job, upToToken, reason) ->
                backgroundExecutor.execute(() -> sender.control(new Control.Cancel(worker, job, upToToken, reason)));
    }
}
