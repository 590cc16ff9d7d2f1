package io.eventjobs.gateway.projection;

import io.eventjobs.gateway.dispatch.WorkerRegistry;
import io.eventjobs.gateway.lease.LostAssignments;
import io.eventjobs.model.protocol.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes in what workers say of themselves, and once the reports before it are projected, what they do not say. Thread-safe. */
final class PresenceProjection {
    private final WorkerRegistry workers;
    private final LostAssignments lost;
    private final List<Heard> unjudged = new ArrayList<>();

    PresenceProjection(WorkerRegistry workers, LostAssignments lost) {
        this.workers = workers;
        this.lost = lost;
    }

    void read(ConsumerRecord<String, byte[]> message, Report.Presence presence) {
        workers.update(presence);
        synchronized (unjudged) {
            unjudged.add(new Heard(message.partition(), presence, Instant.ofEpochMilli(message.timestamp())));
        }
    }

    /** A worker reported of one of its executions. */
    void read(Report.OfExecution report) {
        workers.reported(report.of().workerId());
    }

    /** All reports that were read before are projected. */
    void reportsProjected() {
        List<Heard> heard;
        synchronized (unjudged) {
            heard = List.copyOf(unjudged);
            unjudged.clear();
        }
        heard.forEach(each -> lost.presenceRead(each.partition, each.presence, each.sentAt));
    }

    private record Heard(int partition, Report.Presence presence, Instant sentAt) {}
}
