package io.eventjobs.gateway;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.job.JobDecisions;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.kafka.ExecutionControls;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.kafka.ReportPartitions;
import io.eventjobs.gateway.kafka.StoredCommands;
import io.eventjobs.gateway.kafka.TopicProperties;
import io.eventjobs.gateway.mongo.Quarantine;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.gateway.outbox.PublicationListener;
import io.eventjobs.gateway.projection.ReportPauses;
import io.eventjobs.gateway.quota.RunningLimit;
import io.eventjobs.gateway.trace.JobTraces;
import io.eventjobs.gateway.transition.ConditionalUpdate;
import io.eventjobs.model.protocol.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The beans of a gateway's control loop, wired as in production, with stand-ins for threads, time, MongoDB and Kafka. */
final class GatewayContext implements AutoCloseable {
    final ManualTime time;
    final Records records;
    final InterruptibleMongo mongo;
    final RecordingKafka kafka = new RecordingKafka();
    final AtomicBoolean paused = new AtomicBoolean();
    final List<Runnable> onReportPause = new ArrayList<>();
    private final boolean ownsRecords;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private GatewayContext(Records records, boolean ownsRecords, ManualTime time) {
        this.records = records;
        this.ownsRecords = ownsRecords;
        this.time = time;
        this.mongo = new InterruptibleMongo(records.mongo().getMongoDatabaseFactory());
    }

    /** A gateway with records and a time of its own. */
    static GatewayContext start(Map<String, Object> settings) {
        return new GatewayContext(emptyRecords(), true, new ManualTime()).wired(settings);
    }

    /** Another gateway on the same records, at the same time. */
    GatewayContext another() {
        return new GatewayContext(records, false, time).wired(Map.of());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @Override
    public void close() {
        context.close();
        if (ownsRecords) {
            records.close();
        }
    }

    private static Records emptyRecords() {
        try {
            return Records.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private GatewayContext wired(Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(Map.of("event-jobs.claim-deadline", "20s"));
        properties.putAll(settings);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.registerBean("lifecycleProcessor", DefaultLifecycleProcessor.class, NothingStarts::new);
        context.registerBean(Clock.class, () -> time);
        context.registerBean(Ticker.class, () -> time);
        context.registerBean("backgroundExecutor", ExecutorService.class, SameThread::new);
        context.registerBean(MongoTemplate.class, () -> mongo);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(ConditionalUpdate.Pause.class, () -> lost -> {});
        context.registerBean("queuePaused", BooleanSupplier.class, () -> paused::get);
        context.registerBean(RunningLimit.class, () -> new RunningLimit(0));
        context.registerBean(PublicationListener.class, () -> event -> {});
        context.registerBean(
                "jobDecisions", JobDecisions.class, () -> new JobDecisions(Jobs.POLICY, time, new Random(1)));
        ReportPauses.register(context, this::reportWaits);
        context.registerBean(ReportPartitions.class, () -> new ReportPartitions(GatewayHarness.PARTITIONS));
        context.registerBean(OwnedPartitions.class);
        context.registerBean(ExecutionControls.class);
        context.registerBean(Quarantine.class);
        context.registerBean(JobTraces.class, JobTraces::off);
        context.registerBean(
                GatewaySender.class, () -> new GatewaySender(kafka.template(), Topics.DEFAULT, JobTraces.off()));
        context.registerBean(StoredCommands.class, () -> kafka::command);
        context.registerBean(KafkaProperties.class, KafkaProperties::new);
        context.registerBean(
                TopicProperties.class, () -> new TopicProperties("event-jobs", 1, GatewayHarness.PARTITIONS, -1, null));
        context.register(ControlLoop.CLASSES);
        context.refresh();
        return this;
    }

    private void reportWaits() {
        if (onReportPause.isEmpty()) {
            throw new AssertionError("a report could not be projected");
        }
        onReportPause.removeFirst().run();
    }

    private static final class NothingStarts extends DefaultLifecycleProcessor {
        @Override
        public void onRefresh() {
            // tests run the tasks round by round
        }
    }
}
