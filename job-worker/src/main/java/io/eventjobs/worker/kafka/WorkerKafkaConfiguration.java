package io.eventjobs.worker.kafka;

import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Topics;
import io.eventjobs.tracing.Tracing;
import io.eventjobs.worker.background.BackgroundTask;
import io.eventjobs.worker.background.TaskRunner;
import io.eventjobs.worker.background.Ticker;
import io.eventjobs.worker.execution.ControlRouter;
import io.eventjobs.worker.execution.Executions;
import io.eventjobs.worker.execution.SlotDrain;
import io.eventjobs.worker.execution.Slots;
import io.eventjobs.worker.execution.WorkerPresence;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The worker's communication with gateways, and its lifecycle. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkerKafkaProperties.class)
public class WorkerKafkaConfiguration {
    private static final Duration HEARTBEAT_ROUND = Duration.ofMillis(250);

    @Bean
    Topics topics(@Value("${event-jobs.kafka.topic-prefix:event-jobs}") String prefix) {
        return new Topics(prefix);
    }

    @Bean
    KafkaClients kafkaClients(KafkaProperties kafka, Topics topics) {
        return new KafkaClients(kafka, topics);
    }

    @Bean
    KafkaReportSender reportSender(KafkaClients clients, Topics topics, Tracing tracing) {
        return new KafkaReportSender(clients.reports(), topics, tracing);
    }

    @Bean
    ControlChannel controlChannel(Ticker ticker) {
        return new ControlChannel(ticker);
    }

    @Bean
    PresenceTask presenceTask(
            WorkerPresence presence,
            KafkaReportSender reports,
            ControlChannel controls,
            WorkerKafkaProperties properties) {
        return new PresenceTask(presence, reports, controls, properties.presenceInterval());
    }

    @Bean
    TaskRunner controlRunner(
            KafkaClients clients, Topics topics, WorkerId workerId, ControlRouter router, ControlChannel channel) {
        TopicReadiness readiness = new TopicReadiness(clients.adminSettings(), topics);
        return new TaskRunner(
                "controls",
                () -> new ControlListener(clients.controls(workerId), topics, readiness, workerId, router, channel));
    }

    @Bean
    TaskRunner heartbeatRunner(Executions executions) {
        BackgroundTask heartbeats = () -> {
            executions.tick();
            return HEARTBEAT_ROUND;
        };
        return new TaskRunner("heartbeats", () -> heartbeats);
    }

    @Bean
    TaskRunner presenceRunner(PresenceTask presence) {
        return new TaskRunner("presence", () -> presence);
    }

    @Bean
    IdleWatch idleWatch(Slots slots, ControlChannel controls, WorkerKafkaProperties properties, Ticker ticker) {
        return new IdleWatch(slots, controls::isOpen, ticker, properties.exitWhenIdle());
    }

    @Bean
    TaskRunner idleRunner(IdleWatch idleWatch) {
        return new TaskRunner("idle-watch", () -> idleWatch);
    }

    @Bean
    IntakeRunners intakeRunners(
            KafkaClients clients,
            WorkerKafkaProperties properties,
            WorkerId workerId,
            Slots slots,
            KafkaReportSender reports,
            ControlChannel controls) {
        return IntakeRunners.of(
                properties.intakeConsumers(),
                slots.max(),
                size -> new CommandIntake(
                        clients.commands(size.maxPerPoll()), size, workerId, slots, reports, controls));
    }

    @Bean
    WorkerLifecycle workerLifecycle(
            IntakeRunners intakes,
            List<TaskRunner> others,
            PresenceTask presence,
            SlotDrain drain,
            KafkaReportSender reports) {
        return new WorkerLifecycle(new WorkerLoops(intakes.all(), others), presence, drain, reports);
    }
}
