package io.eventjobs.gateway.projection;

import io.eventjobs.gateway.mongo.Quarantine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps and counts reports that cannot be used. */
final class UnreadableReports {
    private final Quarantine quarantine;
    private final Counter unreadable;

    UnreadableReports(Quarantine quarantine, MeterRegistry meters) {
        this.quarantine = quarantine;
        this.unreadable = meters.counter("event_jobs.reports.unreadable");
    }

    void keep(ConsumerRecord<String, byte[]> message, String reason) {
        unreadable.increment();
        byte[] bytes = message.value() == null ? new byte[0] : message.value();
        Quarantine.Place place = new Quarantine.Place("reports", message.partition(), message.offset());
        quarantine.keep(place, message.key(), reason, bytes);
    }
}
