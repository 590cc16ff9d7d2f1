package io.eventjobs.worker.health;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.StoreService;
import io.eventjobs.connection.Service;
import io.eventjobs.connection.StartChecks;
import io.eventjobs.worker.background.TaskRunner;
import io.eventjobs.worker.kafka.ControlChannel;
import io.eventjobs.worker.log.LogKeys;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.servlet.autoconfigure.actuate.web.ServletManagementContextAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.actuate.web.server.TomcatServletManagementContextAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.actuate.endpoint.web.WebMvcHealthEndpointExtensionAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health and metrics over HTTP, which is all that a worker serves, and only if a management port is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    TomcatServletManagementContextAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    EndpointAutoConfiguration.class,
    JacksonEndpointAutoConfiguration.class,
    WebEndpointAutoConfiguration.class,
    ManagementContextAutoConfiguration.class,
    ServletManagementContextAutoConfiguration.class,
    ApplicationAvailabilityAutoConfiguration.class,
    AvailabilityHealthContributorAutoConfiguration.class,
    AvailabilityProbesAutoConfiguration.class,
    HealthContributorRegistryAutoConfiguration.class,
    HealthEndpointAutoConfiguration.class,
    WebMvcHealthEndpointExtensionAutoConfiguration.class
})
public class ManagementConfiguration {
    /** Unless the port is set, a worker serves nothing. */
    public static final String PORT = "event-jobs.worker.management-port";

    private static final Logger LOG = LoggerFactory.getLogger(ManagementConfiguration.class);

    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> managementPort(@Value("${" + PORT + "}") int port) {
        return server -> server.setPort(port);
    }

    @Bean
    ApplicationListener<WebServerInitializedEvent> managementPortAnnouncement() {
        return started -> LOG.atInfo()
                .addKeyValue(LogKeys.PORT, started.getWebServer().getPort())
                .log("Health and metrics are served below /actuator");
    }

    @Bean
    ControlsHealth controlsHealthIndicator(ControlChannel controls) {
        return new ControlsHealth(controls);
    }

    @Bean
    StartChecks startChecks() {
        return new StartChecks();
    }

    @Bean
    DependencyHealth objectStoreHealthIndicator(
            ArtifactStore store, @Value("${event-jobs.s3.endpoint}") URI endpoint, StartChecks checks) {
        return new DependencyHealth(checks.of(StoreService.at(endpoint), () -> store.find("health"))::run);
    }

    @Bean
    KafkaProbe kafkaProbe(KafkaProperties kafka) {
        return new KafkaProbe(kafka.buildAdminProperties());
    }

    @Bean
    DependencyHealth kafkaHealthIndicator(KafkaProbe probe, KafkaProperties kafka, StartChecks checks) {
        Service service = Service.kafka(String.join(",", kafka.getBootstrapServers()));
        return new DependencyHealth(checks.of(service, probe::check)::run);
    }

    @Bean
    WorkerReadiness workerReadiness(
            DependencyHealth kafkaHealthIndicator,
            KafkaProperties kafka,
            DependencyHealth objectStoreHealthIndicator,
            @Value("${event-jobs.s3.endpoint}") String endpoint,
            ControlsHealth controls) {
        return new WorkerReadiness(
                List.of(
                        new WorkerReadiness.Need(
                                "Kafka", String.join(",", kafka.getBootstrapServers()), kafkaHealthIndicator),
                        new WorkerReadiness.Need("the object store", endpoint, objectStoreHealthIndicator)),
                controls);
    }

    @Bean
    TaskRunner objectStoreProbeRunner(DependencyHealth objectStoreHealthIndicator) {
        return new TaskRunner("probe-object-store", () -> objectStoreHealthIndicator);
    }

    @Bean
    TaskRunner kafkaProbeRunner(DependencyHealth kafkaHealthIndicator) {
        return new TaskRunner("probe-kafka", () -> kafkaHealthIndicator);
    }
}
