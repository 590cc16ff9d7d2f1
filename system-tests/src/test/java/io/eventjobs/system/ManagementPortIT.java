package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayApplication;
import io.eventjobs.standalone.process.Backends;
import io.eventjobs.standalone.process.SingleProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway with a management port of its own: metrics are served there only, to operators only; health on both. */
@ExtendWith(SystemUnderTest.class)
class ManagementPortIT {
    private static ConfigurableApplicationContext gateway;

    @BeforeAll
    static void start(SingleProcess machine) {
        Backends services = machine.backends();
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--management.server.port=0",
                "--management.server.address=127.0.0.1",
                "--event-jobs.roles=http",
                "--event-jobs.api-key=" + Gateway.KEY,
                "--event-jobs.kafka.replication-factor=1",
                "--event-jobs.kafka.partitions=3",
                "--spring.kafka.bootstrap-servers=" + services.kafkaBootstrapServers(),
                "--spring.mongodb.uri=" + services.mongoUri(),
                "--event-jobs.s3.endpoint=" + services.objectStoreEndpoint(),
                "--event-jobs.s3.access-key=" + services.objectStoreAccessKey(),
                "--event-jobs.s3.secret-key=" + services.objectStoreSecretKey()));
        services.kafkaSecurity()
                .forEach((name, value) -> arguments.add("--spring.kafka.properties." + name + "=" + value));
        gateway = GatewayApplication.application().run(arguments.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void metricsAreServedToOperatorsOnTheManagementPort() throws Exception {
        assertThat(management("/actuator/prometheus", Gateway.KEY).body()).contains("event_jobs_");
        assertThat(management("/actuator/prometheus", "wrong").statusCode()).isEqualTo(401);
        assertThat(management("/actuator/prometheus", "").statusCode()).isEqualTo(401);
        assertThat(management("/actuator/env", "").statusCode()).isEqualTo(401);
        assertThat(management("/actuator/env", Gateway.KEY).statusCode()).isEqualTo(404);
        assertThat(management("/actuator", "").statusCode()).isEqualTo(401);
    }

    @Test
    void metricsAreNotServedOnTheOtherPort() throws Exception {
        assertThat(main("/actuator/prometheus", Gateway.KEY).statusCode()).isEqualTo(404);
        assertThat(main("/actuator/prometheus", "").statusCode()).isEqualTo(401);
    }

    @Test
    void theApiIsNotServedOnTheManagementPort() throws Exception {
        assertThat(management("/api/event-job/jobs", Gateway.KEY).statusCode()).isEqualTo(404);
        assertThat(main("/api/event-job/jobs", Gateway.KEY).statusCode()).isEqualTo(200);
    }

    @Test
    void healthIsToldOnBothWithoutAKey() throws Exception {
        assertThat(management("/actuator/health/readiness", "").body()).contains("\"mongo\"");
        assertThat(main("/actuator/health/readiness", "").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(main("/actuator/health/liveness", "").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(main("/actuator/health", "").statusCode()).isEqualTo(200);
        assertThat(main("/actuator/health/nothing", "").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> management(String path, String key) throws Exception {
        return get("local.management.port", path, key);
    }

    private static HttpResponse<String> main(String path, String key) throws Exception {
        return get("local.server.port", path, key);
    }

    private static HttpResponse<String> get(String port, String path, String key) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + gateway.getEnvironment().getRequiredProperty(port) + path));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
