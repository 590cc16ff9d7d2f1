package io.eventjobs.gateway.recovery;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.transition.ChangeListener;
import io.eventjobs.gateway.transition.JobTransitions;
import io.eventjobs.model.protocol.Report;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Announces what an HTTP call stored to the gateway that owns it: in memory if it is this one, through Kafka otherwise. */
final class ChangePropagation implements ChangeListener {
    private static final Logger LOG = LoggerFactory.getLogger(ChangePropagation.class);

    private final OwnedPartitions partitions;
    private final JobTransitions jobs;
    private final RecordRefresher refresher;
    private final GatewaySender sender;
    private final Executor executor;

    ChangePropagation(
            OwnedPartitions partitions,
            JobTransitions jobs,
            RecordRefresher refresher,
            GatewaySender sender,
            Executor executor) {
        this.partitions = partitions;
        this.jobs = jobs;
        this.refresher = refresher;
        this.sender = sender;
        this.executor = executor;
    }

    @Override
    public void jobChanged(JobRecord job) {
        // On a separate thread, since a send may block for a while if Kafka is unavailable, and the client must not
        // wait for it.
        inBackground(job.id(), () -> {
            jobs.observe(job);
            if (!partitions.owns(job.id())) {
                sender.report(job.id().value(), new Report.Touched(job.id(), null));
            }
        });
    }

    @Override
    public void batchChanged(BatchRecord batch) {
        inBackground(batch.key(), () -> {
            refresher.refresh(batch.key());
            Report touched = new Report.Touched(null, batch.key().toString());
            IntStream.range(0, partitions.total())
                    .filter(partition -> !partitions.all().contains(partition))
                    .forEach(partition -> sender.report(partition, batch.key().toString(), touched));
        });
    }

    private void inBackground(Object subject, Runnable propagation) {
        executor.execute(() -> {
            try {
                propagation.run();
            } catch (RuntimeException e) {
                LOG.atWarn()
                        .addKeyValue("subject", subject)
                        .setCause(e)
                        .log("Change not announced; a recovery scan will find it");
            }
        });
    }
}
