package io.eventjobs.worker.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.worker.WorkerApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A worker with a management port, over real HTTP, while neither its broker nor its store is available. */
@Timeout(120)
class ManagementPortTest {
    @TempDir
    static Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void reportsLivenessAndMissingDependenciesAndCountsFromZero() throws Exception {
        try (ConfigurableApplicationContext first = start("--event-jobs.worker.management-port=0");
                ConfigurableApplicationContext second = start("--event-jobs.worker.management-port=0")) {
            assertThat(port(first)).isNotEqualTo(port(second));
            assertThat(get(first, "/actuator/health/liveness").statusCode()).isEqualTo(200);

            HttpResponse<String> readiness = get(first, "/actuator/health/readiness");
            assertThat(readiness.statusCode()).isEqualTo(503);
            assertThat(readiness.body())
                    .contains("kafka", "objectStore", "controls")
                    .doesNotContain("silence");

            assertThat(get(first, "/actuator/prometheus").body())
                    .contains(
                            "event_jobs_worker_slots{state=\"busy\"} 0.0",
                            "event_jobs_worker_slots{state=\"free\"} 3.0",
                            "event_jobs_worker_claims_total 0.0",
                            "event_jobs_worker_refusals_total 0.0",
                            "event_jobs_worker_completions_total 0.0",
                            "event_jobs_worker_failures_total 0.0",
                            "event_jobs_worker_interruptions_total{reason=\"drain\"} 0.0",
                            "event_jobs_worker_interruptions_total{reason=\"lease_uncertain\"} 0.0",
                            "event_jobs_worker_step_seconds_count{step=\"fetching_page\"} 0",
                            "event_jobs_worker_stored_bytes_total 0.0",
                            "event_jobs_worker_reports_unacknowledged 0.0",
                            "event_jobs_worker_controls_silence_seconds",
                            "jvm_memory_used_bytes");
            assertThat(get(first, "/actuator/env").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void isNotServedUnlessConfigured() {
        try (ConfigurableApplicationContext worker = start("--event-jobs.worker.management-port=")) {
            assertThat(worker.getEnvironment().getProperty("local.server.port")).isNull();
        }
    }

    private static ConfigurableApplicationContext start(String argument) {
        SpringApplication application = WorkerApplication.application();
        application.setRegisterShutdownHook(false);
        return application.run(
                argument,
                "--event-jobs.worker.slots=3",
                "--event-jobs.worker.work-folder=" + folder,
                "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                "--event-jobs.s3.endpoint=http://127.0.0.1:1");
    }

    private HttpResponse<String> get(ConfigurableApplicationContext worker, String path)
            throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port(worker) + path);
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String port(ConfigurableApplicationContext worker) {
        return worker.getEnvironment().getRequiredProperty("local.server.port");
    }
}
