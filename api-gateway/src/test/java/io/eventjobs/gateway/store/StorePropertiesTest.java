package io.eventjobs.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.artifact.StoreCredentials;
import io.eventjobs.artifact.StoreSettings;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class StorePropertiesTest {
    private final ApplicationContextRunner start = new ApplicationContextRunner().withUserConfiguration(Bound.class);

    @Test
    void reachesAStoreOnTheSameMachineAsDocumented() {
        start.run(context -> assertThat(context.getBean(StoreProperties.class).settings())
                .isEqualTo(new StoreSettings(
                        URI.create("http://127.0.0.1:9000"), "event-jobs", "event-jobs", "event-jobs", "us-east-1")));
    }

    @Test
    void reachesTheStoreThatIsNamed() {
        start.withPropertyValues(
                        "event-jobs.s3.endpoint=https://store.example.org:8443",
                        "event-jobs.s3.access-key=access",
                        "event-jobs.s3.secret-key=secret",
                        "event-jobs.s3.bucket=talks",
                        "event-jobs.s3.region=eu-central-1")
                .run(context -> assertThat(
                                context.getBean(StoreProperties.class).settings())
                        .isEqualTo(new StoreSettings(
                                URI.create("https://store.example.org:8443"),
                                "access",
                                "secret",
                                "talks",
                                "eu-central-1")));
    }

    @Test
    void needsNoKeysWhereThePlatformGivesARole() {
        start.withPropertyValues("event-jobs.s3.credentials=role", "event-jobs.s3.sts-endpoint=https://minio:9000")
                .run(context -> assertThat(context.getBean(StoreProperties.class)
                                .settings()
                                .credentials())
                        .isEqualTo(new StoreCredentials.Role(URI.create("https://minio:9000"))));
    }

    @Test
    void theStartFailsOnAnAddressThatIsNone() {
        start.withPropertyValues("event-jobs.s3.endpoint=http://[")
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("event-jobs.s3.endpoint"));
    }

    @Configuration
    @EnableConfigurationProperties(StoreProperties.class)
    static class Bound {}
}
