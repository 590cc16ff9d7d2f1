package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream that is cut continues at another gateway without loss. */
class StreamFailoverIT {
    @TempDir
    Path folder;

    private final TestSite site = TestSite.start();
    private Cluster cluster;
    private Gateway first;
    private Gateway second;

    @BeforeEach
    void startTwoGateways() {
        cluster = Cluster.withServices(folder);
        first = cluster.gateway("gateway-1");
        second = cluster.gateway("gateway-2");
        cluster.worker("worker-1", 4);
        cluster.awaitReady(1);
    }

    @AfterEach
    void endProcesses() {
        cluster.close();
        site.close();
    }

    @Test
    void streamsOfAJobABatchAndEverythingSurviveTheirGateway() {
        StreamClient everything = StreamClient.ofEverything(first);
        site.closeGate();
        String batch = batch(first, site, 3);
        String job = first.submit("Cut", site.address("/gated/cut"));
        StreamClient ofJob = StreamClient.open(first, "/api/jobs/" + job + "/stream");
        StreamClient ofBatch = StreamClient.open(first, "/api/jobs/batch/" + batch + "/stream");
        List<StreamClient.Message> jobBefore = new ArrayList<>(ofJob.awaitMessages(3));
        List<StreamClient.Message> batchBefore = new ArrayList<>(ofBatch.awaitMessages(7));
        List<StreamClient.Message> allBefore = new ArrayList<>(everything.awaitMessages(10));

        cluster.kill("gateway-1");
        site.openGate();
        second.awaitFinished(job);
        second.awaitBatch(batch, "completed");
        jobBefore.addAll(resume("/api/jobs/" + job + "/stream", jobBefore).awaitEnd());
        batchBefore.addAll(
                resume("/api/jobs/batch/" + batch + "/stream", batchBefore).awaitEnd());
        StreamClient rest = resume("/api/ops/stream", allBefore);

        assertThat(jobBefore)
                .extracting(message -> Long.parseLong(message.id()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, jobBefore.size()).boxed().toList());
        assertThat(jobBefore.getLast().name()).isEqualTo("job.completed");
        assertThat(batchBefore).doesNotHaveDuplicates();
        assertThat(batchBefore)
                .isEqualTo(StreamClient.open(second, "/api/jobs/batch/" + batch + "/stream")
                        .awaitEnd());
        Progress.await("the rest of everything", rest::messages, received -> data(allBefore, received)
                .containsAll(data(jobBefore, batchBefore)));
        rest.close();
    }

    @Test
    void aGatewayThatStopsEndsItsStreamsAtOnce() {
        site.closeGate();
        String job = first.submit("Drained", site.address("/gated/drained"));
        StreamClient stream = StreamClient.open(first, "/api/jobs/" + job + "/stream");
        List<StreamClient.Message> before = new ArrayList<>(stream.awaitMessages(3));

        cluster.terminate("gateway-1");

        assertThat(stream.awaitEnd()).startsWith(before.toArray(StreamClient.Message[]::new));
        assertThat(cluster.awaitEnd("gateway-1")).isTrue();
    }

    private StreamClient resume(String path, List<StreamClient.Message> received) {
        return StreamClient.resume(second, path, received.getLast().id());
    }

    private static List<String> data(List<StreamClient.Message> some, List<StreamClient.Message> others) {
        List<String> data = new ArrayList<>();
        some.forEach(message -> data.add(message.data()));
        others.forEach(message -> data.add(message.data()));
        return data;
    }

    private static String batch(Gateway gateway, TestSite site, int size) {
        String body = IntStream.range(0, size)
                .mapToObj(index -> Gateway.job("Session " + index, site.address("/gated/failover/" + index)))
                .collect(Collectors.joining(",", "{\"batch_name\":\"Cut\",\"jobs\":[", "]}"));
        return Gateway.data(gateway.post("/api/event-job/batches", body), 201)
                .path("batch_id")
                .asString();
    }
}
