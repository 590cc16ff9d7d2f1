package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eventjobs.standalone.process.SingleProcess;
import io.eventjobs.system.example.EventConsumerExample;
import io.eventjobs.system.example.EventConsumerExample.Effect;
import io.eventjobs.system.example.EventConsumerExample.Ledger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the example in docs/events.md. */
@ExtendWith(SystemUnderTest.class)
class EventConsumerExampleIT {
    private final MemoryLedger ledger = new MemoryLedger();

    @Test
    void eachEffectIsAppliedOnceDespiteRepeatedEvents(SingleProcess machine, Gateway gateway, TestSite site) {
        KafkaMessages messages = new KafkaMessages(machine);
        String completed = gateway.submit("Told once", site.address("/told-once"));
        String failed = gateway.submit("Fails once", site.address("/missing"));
        gateway.awaitFinished(completed);
        gateway.awaitFinished(failed);
        int once = published(messages, completed, "job.completed");
        int onceFailed = published(messages, failed, "job.failed");

        handleUntilTold(machine, Map.of(completed, once, failed, onceFailed));
        messages.ofKey("event-jobs.events", completed).forEach(messages::resend);
        messages.ofKey("event-jobs.events", failed).forEach(messages::resend);
        handleUntilTold(machine, Map.of(completed, 3 * once, failed, 3 * onceFailed));

        assertThat(ledger.of(completed)).singleElement().asString().endsWith(".md");
        assertThat(ledger.of(failed)).containsExactly("HTTP_NOT_FOUND");
    }

    /** Uses a new consumer group without committed offsets, so earlier events are delivered again, as after a crash. */
    private void handleUntilTold(SingleProcess machine, Map<String, Integer> times) {
        try (EventConsumerExample example =
                new EventConsumerExample(KafkaMessages.settings(machine), "example-" + UUID.randomUUID(), ledger)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                example.step();
                return times.entrySet().stream().allMatch(job -> ledger.told(job.getKey()) >= job.getValue());
            });
        }
    }

    /** Waits for the job's last event; returns the number of its events. */
    private static int published(KafkaMessages messages, String job, String last) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> messages.ofKey("event-jobs.events", job),
                        events -> !events.isEmpty() && type(events.getLast()).equals(last))
                .size();
    }

    private static String type(ConsumerRecord<String, byte[]> event) {
        return new String(event.headers().lastHeader("ce_type").value());
    }

    /** An in-memory ledger; its single thread makes each call a transaction. */
    private static final class MemoryLedger implements Ledger {
        private final Map<String, Long> last = new HashMap<>();
        private final Map<String, Integer> told = new HashMap<>();
        private final Map<String, List<String>> entries = new HashMap<>();

        @Override
        public void once(String subject, long sequence, Effect effect) {
            told.merge(subject, 1, Integer::sum);
            if (sequence > last.getOrDefault(subject, 0L)) {
                effect.on((job, what) ->
                        entries.computeIfAbsent(job, fresh -> new ArrayList<>()).add(what));
                last.put(subject, sequence);
            }
        }

        int told(String subject) {
            return told.getOrDefault(subject, 0);
        }

        List<String> of(String job) {
            return entries.getOrDefault(job, List.of());
        }
    }
}
