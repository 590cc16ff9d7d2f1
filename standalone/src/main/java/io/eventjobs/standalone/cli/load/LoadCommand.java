package io.eventjobs.standalone.cli.load;

import io.eventjobs.standalone.client.GatewayClient;
import io.eventjobs.standalone.client.GatewayOptions;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Load test of a running gateway with an open workload model: each job is sent at its scheduled time, whether or not earlier
 * requests have been answered, and latency counts from that time (no coordinated omission).
 */
@Command(
        name = "load",
        description =
                "Load-test a running gateway: throughput, latencies, lost jobs and jobs that were completed twice.")
public final class LoadCommand implements Callable<Integer> {
    /** If no job finishes for so long, the unfinished ones count as lost. */
    private static final Duration STALLED = Duration.ofSeconds(60);

    @Mixin
    GatewayOptions gateway = new GatewayOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--jobs", required = true, description = "Number of jobs")
    int jobs;

    @Option(
            names = "--rate",
            required = true,
            description = "Jobs per second; hold it for at least 60 s to reach a steady state")
    double rate;

    @Option(
            names = "--type",
            defaultValue = "noop",
            description = "Type of the jobs: noop or session (default: ${DEFAULT-VALUE})")
    String type = "noop";

    @Option(
            names = "--page",
            description = "Page that session jobs fetch; workers must be allowed to fetch from its host")
    @Nullable String page;

    @Option(names = "--json", description = "Print JSON")
    boolean json;

    /** 0 if no job was lost or completed twice, 1 otherwise. */
    @Override
    public Integer call() throws InterruptedException {
        validateOptions();
        String event = "load-" + UUID.randomUUID();
        LoadRecorder recorder = new LoadRecorder(jobs);
        GatewayClient client = gateway.client();
        submit(client, event, recorder);
        LoadReport report = new LoadEvaluation(client, event, recorder).await(STALLED);
        spec.commandLine().getOut().println(json ? client.mapper().writeValueAsString(report) : report.text());
        return report.lost() == 0 && report.doubled() == 0 ? 0 : 1;
    }

    private void validateOptions() {
        if (jobs < 1 || rate <= 0) {
            throw new ParameterException(spec.commandLine(), "--jobs and --rate must be greater than 0");
        }
        if (!type.equals("noop") && !type.equals("session")) {
            throw new ParameterException(spec.commandLine(), "--type must be noop or session, but is " + type);
        }
        if (type.equals("session") && page == null) {
            throw new ParameterException(spec.commandLine(), "--page is required for --type session");
        }
    }

    private void submit(GatewayClient client, String event, LoadRecorder recorder) throws InterruptedException {
        long start = System.nanoTime();
        recorder.begin(start);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < jobs; i++) {
                long due = start + (long) (i * 1e9 / rate);
                long wait = due - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(Duration.ofNanos(wait));
                }
                int number = i;
                senders.execute(() -> send(client, event, number, due, recorder));
            }
        }
        recorder.end(System.nanoTime());
    }

    private void send(GatewayClient client, String event, int number, long due, LoadRecorder recorder) {
        try {
            HttpResponse<String> response =
                    client.http().send(client.postRequest("/api/jobs", body(event, number)), BodyHandlers.ofString());
            if (response.statusCode() == 201) {
                String id = client.mapper()
                        .readTree(response.body())
                        .path("data")
                        .path("job_id")
                        .asString();
                recorder.accepted(id, System.nanoTime() - due);
            } else {
                recorder.refused();
            }
        } catch (IOException e) {
            recorder.refused();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String body(String event, int number) {
        return type.equals("noop")
                ? "{\"job_type\":\"noop\",\"parameters\":{\"event\":\"" + event + "\"}}"
                : "{\"job_type\":\"session\",\"parameters\":{\"event\":\"" + event + "\",\"session\":\"Session "
                        + number + "\",\"url\":\"" + page + "\"}}";
    }
}
