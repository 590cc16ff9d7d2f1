package io.eventjobs.worker;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.MinioArtifactStore;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Topics;
import io.eventjobs.worker.execution.ExecutionLimits;
import io.eventjobs.worker.execution.Slots;
import io.eventjobs.worker.execution.WorkFolder;
import io.eventjobs.worker.kafka.ControlListener;
import io.eventjobs.worker.kafka.IntakeRunner;
import io.eventjobs.worker.kafka.KafkaReadiness;
import io.eventjobs.worker.kafka.KafkaReportSender;
import io.eventjobs.worker.kafka.WorkerLifecycle;
import io.eventjobs.worker.session.SessionConfiguration;
import io.eventjobs.worker.work.JobWork;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.DefaultShareConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Wires the worker: how it talks, its slots, its life. What it can do is wired in {@link SessionConfiguration}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WorkerProperties.class, StoreProperties.class})
class WorkerConfiguration {
    /** Well below a lease, so that a worker knows in time that it is out of touch. */
    private static final int DELIVERY_MILLIS = 10_000;

    private static final int MAX_COMMANDS_PER_POLL = 16;

    /** Messages of many jobs share a request, which costs more than they do. */
    private static final int LINGER_MILLIS = 3;

    private static final int REQUEST_MILLIS = 5_000;
    private static final int SEND_BLOCK_MILLIS = 5_000;
    /** Holding nothing, a worker whose slots are all busy may stay away from Kafka as long as its longest job. */
    private static final int POLL_INTERVAL_MILLIS = 24 * 60 * 60 * 1000;

    /** Settings of other consumers that a share consumer refuses. */
    private static final List<String> REFUSED = List.of(
            "auto.offset.reset",
            "enable.auto.commit",
            "group.instance.id",
            "isolation.level",
            "partition.assignment.strategy",
            "interceptor.classes",
            "session.timeout.ms",
            "heartbeat.interval.ms",
            "group.protocol",
            "group.remote.assignor");

    @Bean
    Topics topics(@Value("${event-jobs.kafka.topic-prefix:event-jobs}") String prefix) {
        return new Topics(prefix);
    }

    @Bean
    WorkerId workerId() {
        return new WorkerId("worker-" + UUID.randomUUID().toString().substring(0, 13));
    }

    @Bean(destroyMethod = "close")
    ArtifactStore artifactStore(StoreProperties properties) {
        return new MinioArtifactStore(properties.settings());
    }

    @Bean
    KafkaReportSender reportSender(KafkaProperties kafka, Topics topics) {
        Map<String, Object> settings = kafka.buildProducerProperties();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, SEND_BLOCK_MILLIS);
        return new KafkaReportSender(
                new KafkaTemplate<>(
                        new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new ByteArraySerializer())),
                topics);
    }

    @Bean
    WorkFolder workFolder(WorkerProperties properties) throws IOException {
        return WorkFolder.open(
                properties.workFolder() == null
                        ? Path.of(System.getProperty("java.io.tmpdir"))
                        : properties.workFolder());
    }

    @Bean
    Slots slots(
            WorkerId workerId,
            WorkerProperties properties,
            List<JobWork> works,
            ArtifactStore store,
            KafkaReportSender reports,
            WorkFolder folder,
            Clock clock) {
        ExecutionLimits limits = new ExecutionLimits(
                properties.claimTimeout(), properties.heartbeat(), properties.stepLimit(), properties.jobLimit());
        Supplier<ExecutionId> ids = () ->
                new ExecutionId(UUID.randomUUID().toString().replace("-", "").substring(0, 16));
        return new Slots(
                workerId,
                properties.slots(),
                works,
                store,
                new Slots.Reporting(reports, limits, clock),
                new Slots.Identity(ids, folder));
    }

    @Bean
    WorkerLifecycle workerRuntime(
            WorkerId workerId,
            Slots slots,
            KafkaReportSender reports,
            WorkerProperties properties,
            KafkaProperties kafka,
            Topics topics) {
        List<IntakeRunner> intakes = sources(kafka, topics, properties).stream()
                .map(source -> new IntakeRunner(source, topics, slots, reports, workerId))
                .toList();
        ControlListener controls = new ControlListener(
                new DefaultKafkaConsumerFactory<>(
                                kafka.buildConsumerProperties(), new StringDeserializer(), new ByteArrayDeserializer())
                        .createConsumer(workerId.value(), ""),
                slots,
                workerId,
                () -> intakes.forEach(WorkerConfiguration::stop));
        return new WorkerLifecycle(
                workerId,
                slots,
                new WorkerLifecycle.Talk(topics, reports, controls),
                intakes,
                new KafkaReadiness(kafka.buildAdminProperties(), topics),
                new WorkerLifecycle.Timing(properties.presence(), properties.grace(), properties.drain()));
    }

    /** One consumer takes many commands at once while many slots are free, the others one at a time, down to the last slot. */
    private static List<IntakeRunner.Source> sources(
            KafkaProperties kafka, Topics topics, WorkerProperties properties) {
        int many = Math.clamp(properties.slots() / 4, 1, MAX_COMMANDS_PER_POLL);
        return IntStream.range(0, properties.intakeConsumers())
                .map(number -> number == 1 ? many : 1)
                .mapToObj(max -> new IntakeRunner.Source(shareConsumers(kafka, topics, max), max))
                .toList();
    }

    private static Supplier<ShareConsumer<String, byte[]>> shareConsumers(
            KafkaProperties kafka, Topics topics, int max) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        REFUSED.forEach(settings::remove);
        settings.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        settings.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, max);
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, POLL_INTERVAL_MILLIS);
        DefaultShareConsumerFactory<String, byte[]> factory = new DefaultShareConsumerFactory<>(
                settings, new StringDeserializer(), new ByteArrayDeserializer(), true);
        return () -> factory.createShareConsumer(topics.workersGroup(), null);
    }

    private static void stop(IntakeRunner intake) {
        try {
            intake.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
