package io.eventjobs.worker.kafka;

import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.Topics;
import io.eventjobs.tracing.KafkaContext;
import io.eventjobs.worker.background.BackgroundTask;
import io.eventjobs.worker.execution.ControlRouter;
import io.eventjobs.worker.log.LogKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the control partition assigned to this worker: from its end when the worker starts, or from where a failed listener stopped. One
 * listener has one consumer and one thread.
 */
final class ControlListener implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(ControlListener.class);
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final Consumer<String, byte[]> consumer;
    private final Topics topics;
    private final KafkaReadiness readiness;
    private final WorkerId workerId;
    private final ControlRouter router;
    private final ControlChannel channel;
    private final MessageCodec<Control> codec = MessageCodec.controls();
    private @Nullable TopicPartition partition;

    ControlListener(
            Consumer<String, byte[]> consumer,
            Topics topics,
            KafkaReadiness readiness,
            WorkerId workerId,
            ControlRouter router,
            ControlChannel channel) {
        this.consumer = consumer;
        this.topics = topics;
        this.readiness = readiness;
        this.workerId = workerId;
        this.router = router;
        this.channel = channel;
    }

    @Override
    public Duration run() throws InterruptedException {
        TopicPartition joined = partition;
        if (joined == null) {
            if (!readiness.isReady()) {
                return LOOK_AGAIN;
            }
            joined = join();
            partition = joined;
        } else {
            consumer.poll(POLL_TIMEOUT).forEach(this::read);
        }
        channel.readUpTo(consumer.position(joined));
        return Duration.ZERO;
    }

    /** Assigns this worker's partition; from then on no answer to a claim is missed. */
    private TopicPartition join() {
        int partitions = consumer.partitionsFor(topics.controls()).size();
        byte[] key = workerId.value().getBytes(StandardCharsets.UTF_8);
        TopicPartition mine = new TopicPartition(topics.controls(), Utils.toPositive(Utils.murmur2(key)) % partitions);
        consumer.assign(List.of(mine));
        Long next = channel.nextOffset();
        if (next == null) {
            consumer.seekToEnd(List.of(mine));
        } else {
            consumer.seek(mine, next);
        }
        LOG.atInfo().addKeyValue(LogKeys.WORKER_ID, workerId).log("Listening to controls; worker takes commands");
        return mine;
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        switch (codec.decode(record.value())) {
            case Decoded.Undecodable<Control> undecodable ->
                LOG.atWarn().addKeyValue(LogKeys.REASON, undecodable.reason()).log("Control cannot be decoded");
            case Decoded.Message<Control> control -> {
                if (control.value().workerId().equals(workerId)) {
                    KafkaContext.of(record.headers())
                            .wrap(() -> router.route(control.value()))
                            .run();
                }
            }
        }
    }

    @Override
    public void close() {
        channel.close();
        consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }
}
