package io.eventjobs.worker;

import io.eventjobs.connection.StartChecks;
import io.eventjobs.worker.chat.ChatConfiguration;
import io.eventjobs.worker.execution.ExecutionConfiguration;
import io.eventjobs.worker.execution.Slots;
import io.eventjobs.worker.health.ManagementConfiguration;
import io.eventjobs.worker.health.WorkerReadiness;
import io.eventjobs.worker.kafka.IdleWatch;
import io.eventjobs.worker.kafka.WorkerKafkaConfiguration;
import io.eventjobs.worker.kubernetes.KubernetesConfiguration;
import io.eventjobs.worker.metrics.WorkerMetricsConfiguration;
import io.eventjobs.worker.session.AnswersConfiguration;
import io.eventjobs.worker.session.AttachmentConfiguration;
import io.eventjobs.worker.session.SessionConfiguration;
import io.eventjobs.worker.session.SpeechConfiguration;
import io.eventjobs.worker.session.TranslationConfiguration;
import io.eventjobs.worker.store.StoreConfiguration;
import io.eventjobs.worker.trace.TraceConfiguration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Import;

/** The worker process. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    ValidationAutoConfiguration.class,
    SslAutoConfiguration.class,
    KafkaAutoConfiguration.class
})
@Import({
    WorkerConfiguration.class,
    TraceConfiguration.class,
    StoreConfiguration.class,
    WorkerMetricsConfiguration.class,
    ManagementConfiguration.class,
    ExecutionConfiguration.class,
    WorkerKafkaConfiguration.class,
    KubernetesConfiguration.class,
    SessionConfiguration.class,
    AttachmentConfiguration.class,
    ChatConfiguration.class,
    AnswersConfiguration.class,
    TranslationConfiguration.class,
    SpeechConfiguration.class
})
public class WorkerApplication {
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The application, to be started with custom arguments or properties. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(WorkerApplication.class);
        application.setAdditionalProfiles("worker");
        application.addListeners(
                (ApplicationListener<ApplicationEnvironmentPreparedEvent>) WorkerApplication::serveHealth);
        return application;
    }

    /** The number of jobs that a running application is executing. */
    public static int busySlots(BeanFactory worker) {
        return worker.getBean(Slots.class).busy();
    }

    /** What a running application still waits for before it takes commands; empty once it takes them. It must have a management port. */
    public static Supplier<List<String>> missing(BeanFactory worker) {
        return worker.getBean(WorkerReadiness.class)::missing;
    }

    /** The first checks of Kafka and the object store by a running application that has a management port. */
    public static StartChecks startChecks(BeanFactory worker) {
        return worker.getBean(StartChecks.class);
    }

    /** Completes when a running application has had no job for {@code event-jobs.worker.exit-when-idle}; never if that is unset. */
    public static CompletableFuture<Void> idle(BeanFactory worker) {
        return worker.getBean(IdleWatch.class).idle();
    }

    /** The web server is for health and metrics only. An empty environment variable counts as unset. */
    private static void serveHealth(ApplicationEnvironmentPreparedEvent event) {
        String port = event.getEnvironment().getProperty(ManagementConfiguration.PORT, "");
        event.getSpringApplication()
                .setWebApplicationType(port.isBlank() ? WebApplicationType.NONE : WebApplicationType.SERVLET);
    }
}
