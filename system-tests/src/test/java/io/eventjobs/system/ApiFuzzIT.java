package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.standalone.process.SingleProcess;
import io.eventjobs.standalone.process.SingleProcessSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Whatever is sent to an operation of the API, the answer is one of those that the description declares, in time, and never an internal
 * error. The requests follow from a seed ({@code -Dfuzz.seed}) and from the ids that the gateway has mentioned; {@code -Dfuzz.seconds} is
 * how long they are sent. Findings are listed in {@code target/api-fuzz.txt}, each with the first request that led to it.
 */
class ApiFuzzIT {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LEASE = Duration.ofSeconds(10);

    /** Of all operations; some need what only a job that has run can have. */
    private static final double SUCCESSFUL = 0.7;

    private final long seed = Long.getLong("fuzz.seed", 1);
    private final Duration time = Duration.ofSeconds(Long.getLong("fuzz.seconds", 60));
    private final Map<String, String> findings = new LinkedHashMap<>();
    private final Set<String> successful = new TreeSet<>();

    @Test
    void everyAnswerIsInTheDescription() throws IOException {
        try (SingleProcess machine = SingleProcess.start(
                new SingleProcessSettings(0, null, Gateway.KEY, 2, List.of("127.0.0.1"), true, LEASE))) {
            Gateway gateway = new Gateway(machine.url());
            byte[] description = description(gateway);
            JsonNode document = Gateway.json(new String(description, StandardCharsets.UTF_8));
            List<FuzzedOperation> operations = FuzzedOperation.all(document);

            int sent = sendRounds(gateway, operations, new ApiContract(description), new FuzzedValues(document));

            String report = report(sent, operations);
            Files.writeString(Path.of("target/api-fuzz.txt"), report);
            assertThat(findings).as(report).isEmpty();
            assertThat(successful).as(report).hasSizeGreaterThan((int) (operations.size() * SUCCESSFUL));
            gateway.post("/api/ops/queue/resume", "");
            gateway.awaitStatus(gateway.submitNoop(1), "completed");
        }
    }

    /** The first request for it takes its time: it is written from all controllers. */
    private static byte[] description(Gateway gateway) throws IOException {
        FuzzedRequest request = new FuzzedRequest("GET", "/openapi.json", List.of(), new byte[0]);
        return FuzzedExchange.send(gateway.url(), request.bytes(), Duration.ofMinutes(2))
                .body();
    }

    private int sendRounds(
            Gateway gateway, List<FuzzedOperation> operations, ApiContract contract, FuzzedValues values) {
        FuzzedRequests requests = new FuzzedRequests(values);
        long end = System.nanoTime() + time.toNanos();
        int sent = 0;
        while (System.nanoTime() < end) {
            for (FuzzedOperation operation : operations) {
                FuzzedRequest request = requests.next(operation, new Random(seed * 1_000_003 + sent));
                judge(operation, request, gateway, contract, values);
                sent++;
            }
        }
        return sent;
    }

    private void judge(
            FuzzedOperation operation,
            FuzzedRequest request,
            Gateway gateway,
            ApiContract contract,
            FuzzedValues values) {
        try {
            FuzzedExchange response = FuzzedExchange.send(gateway.url(), request.bytes(), PATIENCE);
            if (response.status() >= 500 || response.status() == 0) {
                found(operation, "status " + response.status() + " " + new String(response.body()), request);
            }
            if (response.took().compareTo(PATIENCE) > 0) {
                found(operation, "slow: " + response.took(), request);
            }
            if (!response.header("X-Injected").isEmpty()) {
                found(operation, "an injected header", request);
            }
            if (response.status() < 400) {
                successful.add(operation.name());
            }
            if (!response.header("Content-Type").startsWith("text/event-stream")) {
                contract.check(
                        request.method(),
                        request.path(),
                        response.status(),
                        response.header("Content-Type"),
                        response.body());
            }
            if (response.status() < 300 && response.header("Content-Type").startsWith("application/json")) {
                values.learn(Gateway.json(new String(response.body(), StandardCharsets.UTF_8)));
            }
        } catch (AssertionError | IOException | RuntimeException e) {
            found(operation, String.valueOf(e), request);
        }
    }

    private void found(FuzzedOperation operation, String complaint, FuzzedRequest request) {
        String kind = operation.name() + ": "
                + complaint.lines().findFirst().orElse("").replaceAll("[0-9a-f-]{8,}", "...");
        findings.putIfAbsent(kind.substring(0, Math.min(kind.length(), 200)), complaint + "\n" + request);
    }

    private String report(int sent, List<FuzzedOperation> operations) {
        StringBuilder report = new StringBuilder("Seed %d: %d requests to %d operations, %d of them fulfilled.%n"
                .formatted(seed, sent, operations.size(), successful.size()));
        findings.forEach((kind, example) ->
                report.append('\n').append(kind).append('\n').append(example).append('\n'));
        operations.stream()
                .map(FuzzedOperation::name)
                .filter(name -> !successful.contains(name))
                .forEach(name -> report.append("never fulfilled: ").append(name).append('\n'));
        return report.toString();
    }
}
