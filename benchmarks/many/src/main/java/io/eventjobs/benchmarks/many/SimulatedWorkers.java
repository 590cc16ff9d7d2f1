package io.eventjobs.benchmarks.many;

import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.model.protocol.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Workers that announce themselves as real ones do, every two seconds in every partition of the reports, and take no commands. They share
 * a producer, so that this machine bears them; each real one has its own.
 */
final class SimulatedWorkers implements AutoCloseable {
    private static final int INTERVAL_MILLIS = 2_000;

    private final MessageCodec<Report> codec = MessageCodec.reports();
    private final Topics topics = new Topics("event-jobs");
    private final Producer<String, byte[]> producer;
    private final List<WorkerId> ids;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private SimulatedWorkers(Producer<String, byte[]> producer, List<WorkerId> ids) {
        this.producer = producer;
        this.ids = ids;
    }

    /** Returns at once; the workers are spread over the interval. */
    static SimulatedWorkers start(String kafka, int count) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka, "compression.type", "lz4", "linger.ms", 3, "acks", "all");
        SimulatedWorkers workers = new SimulatedWorkers(
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()),
                IntStream.range(0, count)
                        .mapToObj(number -> new WorkerId("simulated-" + number))
                        .toList());
        long each = TimeUnit.MILLISECONDS.toNanos(INTERVAL_MILLIS) / count;
        int[] next = {0};
        workers.clock.scheduleAtFixedRate(
                () -> workers.announce(workers.ids.get(next[0]++ % count)), 0, each, TimeUnit.NANOSECONDS);
        return workers;
    }

    int count() {
        return ids.size();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        producer.close();
    }

    private void announce(WorkerId id) {
        byte[] presence = codec.encode(new Report.Presence(id, "simulated", 8, List.of(), Set.of(JobType.NOOP), false));
        int partitions = producer.partitionsFor(topics.reports()).size();
        for (int partition = 0; partition < partitions; partition++) {
            producer.send(new ProducerRecord<>(topics.reports(), partition, id.value(), presence));
        }
    }
}
