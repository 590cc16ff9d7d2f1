package io.eventjobs.gateway.control;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.dispatch.Agenda;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.recovery.Recovery;
import io.eventjobs.gateway.transition.ChangeListener;
import io.eventjobs.gateway.transition.JobTransitions;
import io.eventjobs.model.protocol.Report;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what an HTTP call stored to whoever has the duty: here at once, to another gateway through Kafka. */
final class ChangeNotices implements ChangeListener {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeNotices.class);

    private final Agenda agenda;
    private final JobTransitions jobs;
    private final Recovery recovery;
    private final GatewaySender sender;
    private final int partitions;
    private final Executor executor;

    ChangeNotices(
            Agenda agenda,
            JobTransitions jobs,
            Recovery recovery,
            GatewaySender sender,
            int partitions,
            Executor executor) {
        this.agenda = agenda;
        this.jobs = jobs;
        this.recovery = recovery;
        this.sender = sender;
        this.partitions = partitions;
        this.executor = executor;
    }

    @Override
    public void jobChanged(JobRecord job) {
        // Aside, since a send may block for a while when Kafka is away, and the client must not wait for that.
        aside(job.id(), () -> {
            jobs.noticed(job);
            if (!agenda.owns(job.id())) {
                sender.report(job.id().value(), new Report.Touched(job.id(), null));
            }
        });
    }

    @Override
    public void batchChanged(BatchRecord batch) {
        aside(batch.key(), () -> {
            recovery.look(batch.key());
            Report touched = new Report.Touched(null, batch.key().toString());
            IntStream.range(0, partitions)
                    .filter(partition -> !agenda.owned().contains(partition))
                    .forEach(partition -> sender.report(partition, batch.key().toString(), touched));
        });
    }

    private void aside(Object subject, Runnable notice) {
        executor.execute(() -> {
            try {
                notice.run();
            } catch (RuntimeException e) {
                LOG.atWarn()
                        .addKeyValue("subject", subject)
                        .setCause(e)
                        .log("Change not passed on; a recovery scan finds it");
            }
        });
    }
}
