package io.eventjobs.gateway.bootstrap;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.StoreService;
import io.eventjobs.connection.Service;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.kafka.TopicProperties;
import io.eventjobs.gateway.kafka.TopicSetup;
import io.eventjobs.gateway.mongo.RecordIndexes;
import java.net.URI;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * Does ahead of time what each gateway does at its start, with the gateway's settings, so that gateways need no permission to
 * create topics or buckets. May be repeated: what exists is left as it is.
 */
public final class Bootstrap {
    private Bootstrap() {}

    /**
     * Returns when indexes, topics and bucket exist.
     *
     * @param arguments settings of a gateway, as {@code --key=value}
     * @throws IllegalStateException with a sentence for the operator, if a service did not answer within {@code event-jobs.start-timeout}, or
     *   has a topic with another number of partitions
     * @throws io.eventjobs.connection.ServiceRefusedException if a service refuses this process
     */
    public static void run(String... arguments) throws InterruptedException {
        SpringApplication application = new SpringApplication(Beans.class);
        application.setAdditionalProfiles("gateway");
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setLogStartupInfo(false);
        try (ConfigurableApplicationContext services = application.run(arguments)) {
            Duration timeout = services.getEnvironment()
                    .getProperty("event-jobs.start-timeout", Duration.class, Duration.ofMinutes(5));
            ServiceWait wait = new ServiceWait(services.getBean(Ticker.class), Thread::sleep, timeout);
            services.getBean(RecordIndexes.class);
            KafkaProperties kafka = services.getBean(KafkaProperties.class);
            TopicSetup topics = services.getBean(TopicSetup.class);
            wait.until(Service.kafka(String.join(",", kafka.getBootstrapServers())), () -> {
                try (Admin admin = Admin.create(kafka.buildAdminProperties())) {
                    return topics.prepare(admin);
                }
            });
            ArtifactStore store = services.getBean(ArtifactStore.class);
            URI endpoint = services.getEnvironment().getRequiredProperty("event-jobs.s3.endpoint", URI.class);
            wait.until(StoreService.at(endpoint), () -> {
                store.prepare();
                return true;
            });
        }
    }

    /** Without the gateway's background tasks, which the packages scanned here do not contain. Not a component, so that a gateway does not load it. */
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        PropertyPlaceholderAutoConfiguration.class,
        ValidationAutoConfiguration.class,
        MongoAutoConfiguration.class,
        DataMongoAutoConfiguration.class,
        SslAutoConfiguration.class,
        KafkaAutoConfiguration.class
    })
    @ComponentScan({"io.eventjobs.gateway.mongo", "io.eventjobs.gateway.store", "io.eventjobs.gateway.background"})
    @Import(TopicSetup.class)
    @EnableConfigurationProperties(TopicProperties.class)
    static class Beans {}
}
