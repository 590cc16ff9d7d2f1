package io.eventjobs.standalone.cli.ops;

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
 * Measures a running gateway with an open loop: each job is sent at its time, whether or not the ones before were answered,
 * and waiting to be sent counts as latency.
 */
@Command(name = "load", description = "Measure a running gateway: rate, latencies, lost and doubled jobs.")
public final class LoadCommand implements Callable<Integer> {
    /** As long as nothing finishes, what is open counts as lost. */
    private static final Duration STALLED = Duration.ofSeconds(60);

    @Mixin
    GatewayOptions gateway = new GatewayOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--jobs", required = true, description = "How many jobs")
    int jobs;

    @Option(
            names = "--rate",
            required = true,
            description = "Jobs a second; hold it for 60 s at least to speak of steady")
    double rate;

    @Option(names = "--type", defaultValue = "noop", description = "noop or session (${DEFAULT-VALUE})")
    String type = "noop";

    @Option(names = "--page", description = "The page that session jobs fetch; its host must be allowed")
    @Nullable String page;

    @Option(names = "--json", description = "Print the result as JSON")
    boolean json;

    /** 0 if nothing was lost or doubled, 1 otherwise. */
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
            throw new ParameterException(spec.commandLine(), "--type session needs --page");
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
            HttpResponse<String> answer =
                    client.http().send(client.postRequest("/api/jobs", body(event, number)), BodyHandlers.ofString());
            if (answer.statusCode() == 201) {
                String id = client.mapper()
                        .readTree(answer.body())
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
