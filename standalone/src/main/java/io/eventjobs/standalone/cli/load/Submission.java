package io.eventjobs.standalone.cli.load;

import io.eventjobs.standalone.client.GatewayClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Sends the requests of a workload. */
final class Submission {
    private final GatewayClient client;
    private final Workload workload;
    private final LoadRecorder recorder;

    Submission(GatewayClient client, Workload workload, LoadRecorder recorder) {
        this.client = client;
        this.workload = workload;
        this.recorder = recorder;
    }

    /**
     * Open workload model: each request is sent when it is due, whether or not earlier ones have been answered, and its latency
     * counts from that time (no coordinated omission).
     */
    void atRate(double jobsPerSecond) throws InterruptedException {
        long start = System.nanoTime();
        recorder.begin(start);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < workload.requests(); i++) {
                long due = start + (long) (workload.first(i) * 1e9 / jobsPerSecond);
                long wait = due - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(Duration.ofNanos(wait));
                }
                int request = i;
                senders.execute(() -> send(request, due));
            }
        }
        recorder.end(System.nanoTime());
    }

    /** Closed workload model: each client sends its next request when the last one has been answered. */
    void byClients(int clients) {
        AtomicInteger next = new AtomicInteger();
        recorder.begin(System.nanoTime());
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                senders.execute(() -> sendAll(next));
            }
        }
        recorder.end(System.nanoTime());
    }

    private void sendAll(AtomicInteger next) {
        for (int i = next.getAndIncrement();
                i < workload.requests() && !Thread.currentThread().isInterrupted();
                i = next.getAndIncrement()) {
            send(i, System.nanoTime());
        }
    }

    private void send(int request, long due) {
        int size = workload.jobsIn(request);
        try {
            HttpResponse<String> response = client.http()
                    .send(client.postRequest(workload.path(), workload.body(request)), BodyHandlers.ofString());
            long nanos = System.nanoTime() - due;
            if (response.statusCode() != 201) {
                recorder.refused(size, "status " + response.statusCode() + ": " + response.body());
                return;
            }
            JsonNode data = client.mapper().readTree(response.body()).path("data");
            if (workload.inBatches()) {
                recorder.acceptedBatch(data.path("batch_id").asString(), size, nanos);
            } else {
                recorder.acceptedJob(data.path("job_id").asString(), nanos);
            }
        } catch (IOException e) {
            recorder.refused(size, "no response: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
