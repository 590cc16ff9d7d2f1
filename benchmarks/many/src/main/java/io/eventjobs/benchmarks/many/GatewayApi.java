package io.eventjobs.benchmarks.many;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API of a gateway on this machine. */
final class GatewayApi {
    static final String KEY = "many-at-once";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final HttpClient http;
    private final URI url;

    GatewayApi(HttpClient http, int port) {
        this.http = http;
        this.url = URI.create("http://127.0.0.1:" + port);
    }

    JsonNode data(String path) throws IOException, InterruptedException {
        return MAPPER.readTree(send(request(path).GET())).path("data");
    }

    void post(String path, String body) throws IOException, InterruptedException {
        send(request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A batch of jobs that take no time. */
    void submit(int jobs) throws IOException, InterruptedException {
        String job = "{\"job_type\":\"noop\",\"parameters\":{\"event\":\"Many\",\"work_millis\":0}}";
        post(
                "/api/jobs/batch",
                "{\"batch_name\":\"many\",\"jobs\":[%s]}"
                        .formatted(
                                IntStream.range(0, jobs).mapToObj(number -> job).collect(Collectors.joining(","))));
    }

    /** The sum of all samples of a metric; 0 if there is none. */
    double metric(String name) throws IOException, InterruptedException {
        return metric(name, "");
    }

    /** The sum of the samples that have a label, such as {@code area="heap"}. */
    double metric(String name, String label) throws IOException, InterruptedException {
        return send(request("/actuator/prometheus").GET())
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Milliseconds within which 95 of 100 calls are answered. */
    double p95(String path, int calls) throws IOException, InterruptedException {
        double[] millis = new double[calls];
        for (int call = 0; call < calls; call++) {
            long start = System.nanoTime();
            send(request(path).GET());
            millis[call] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[(int) Math.ceil(calls * 0.95) - 1];
    }

    boolean isReady() throws InterruptedException {
        try {
            return metric("event_jobs_partitions") > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(TIMEOUT).header("Authorization", "Bearer " + KEY);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(response.request().uri() + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }
}
