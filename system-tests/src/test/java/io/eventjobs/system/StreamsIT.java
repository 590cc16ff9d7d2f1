package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.standalone.process.SingleProcess;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Live updates over HTTP, at one gateway. */
@ExtendWith(SystemUnderTest.class)
class StreamsIT {
    private static final int MANY = 2_000;
    private static final Pattern ID = Pattern.compile("(?m)^id: (\\S+)$");

    @AfterEach
    void openGate(TestSite site) {
        site.openGate();
    }

    @Test
    void aJobIsFollowedFromItsFirstEventToItsLast(Gateway gateway, TestSite site) {
        site.closeGate();
        String job = gateway.submit("Followed", site.address("/gated/followed"));
        StreamClient stream = StreamClient.open(gateway, "/api/jobs/" + job + "/stream");
        stream.awaitMessages(2);
        site.openGate();

        List<StreamClient.Message> received = stream.awaitEnd();

        assertThat(received)
                .extracting(StreamClient.Message::name)
                .startsWith("job.created", "job.queued", "job.started")
                .endsWith("job.completed");
        assertThat(received)
                .extracting(message -> Long.parseLong(message.id()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, received.size()).boxed().toList());
        assertThat(received).allSatisfy(message -> {
            assertThat(Gateway.json(message.data()).path("subject").asString()).isEqualTo(job);
            assertThat(Gateway.json(message.data()).path("type").asString()).isEqualTo(message.name());
        });
    }

    @Test
    void aFinishedJobIsToldWholeAndThenNoMore(Gateway gateway, TestSite site) {
        String job = gateway.submit("Told", site.address("/told"));
        gateway.awaitFinished(job);
        String path = "/api/jobs/" + job + "/stream";
        List<StreamClient.Message> all = StreamClient.open(gateway, path).awaitEnd();

        List<StreamClient.Message> rest =
                StreamClient.resume(gateway, path, all.get(1).id()).awaitEnd();

        assertThat(rest).isEqualTo(all.subList(2, all.size()));
        String last = all.getLast().id();
        assertThat(gateway.send("GET", path, "", "Last-Event-ID", last).statusCode())
                .isEqualTo(204);
        assertThat(gateway.get(path + "?last_event_id=" + last).statusCode()).isEqualTo(204);
    }

    @Test
    void aRestartedJobIsFollowedOn(Gateway gateway, TestSite site) {
        String job = gateway.submit("Again", site.address("/again"));
        gateway.awaitFinished(job);
        String path = "/api/jobs/" + job + "/stream";
        String end = StreamClient.open(gateway, path).awaitEnd().getLast().id();
        Gateway.data(gateway.post("/api/event-job/jobs/" + job + "/restart", ""), 200);

        assertThat(StreamClient.resume(gateway, path, end).awaitEnd())
                .extracting(StreamClient.Message::name)
                .startsWith("job.restarted")
                .endsWith("job.completed");
        assertThat(StreamClient.open(gateway, path).awaitEnd())
                .extracting(StreamClient.Message::name)
                .startsWith("job.created")
                .containsSubsequence("job.completed", "job.restarted", "job.completed");
    }

    @Test
    void aBatchIsFollowedWithItsJobs(Gateway gateway, TestSite site) {
        site.closeGate();
        String batch = batch(gateway, site, 3);
        String path = "/api/jobs/batch/" + batch + "/stream";
        StreamClient stream = StreamClient.open(gateway, path);
        List<StreamClient.Message> first = stream.awaitMessages(4);
        stream.close();
        site.openGate();
        gateway.awaitBatch(batch, "completed");

        List<StreamClient.Message> rest =
                StreamClient.resume(gateway, path, first.get(3).id()).awaitEnd();
        List<StreamClient.Message> all = StreamClient.open(gateway, path).awaitEnd();

        assertThat(rest).isEqualTo(all.subList(4, all.size()));
        assertThat(all)
                .extracting(StreamClient.Message::name)
                .contains("batch.created", "job.created", "job.completed")
                .endsWith("batch.completed");
        assertThat(gateway.send("GET", path, "", "Last-Event-ID", all.getLast().id())
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void wrongRequestsAreRefused(Gateway gateway, TestSite site) {
        String job = gateway.submit("Mine", site.address("/mine"));

        assertThat(gateway.get("/api/jobs/job-unknown/stream").statusCode()).isEqualTo(404);
        assertThat(gateway.get("/api/jobs/batch/unknown/stream").statusCode()).isEqualTo(404);
        assertThat(gateway.get("/api/jobs/" + job + "/stream?last_event_id=x").statusCode())
                .isEqualTo(400);
        assertThat(gateway.send("GET", "/api/ops/stream", "", "Last-Event-ID", "1.x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(gateway.sendWithoutKey("GET", "/api/ops/stream", "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aSilentStreamShowsThatItIsAlive(Gateway gateway) {
        StreamClient stream = StreamClient.ofEverything(gateway);

        Progress.await("two comments", stream::comments, comments -> comments >= 2);

        stream.close();
    }

    @Test
    void manyStreamsNeedNoThreadsOfTheirOwn(Gateway gateway, TestSite site) {
        site.closeGate();
        String job = gateway.submit("Popular", site.address("/gated/popular"));
        gateway.awaitStatus(job, "processing");
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        int before = ManagementFactory.getThreadMXBean().getThreadCount();
        List<StreamClient> streams = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            streams.add(StreamClient.open(http, gateway, "/api/jobs/" + job + "/stream", null));
            if (i % 100 == 99) {
                Progress.await(
                        "all are open",
                        () -> count(streams, stream -> stream.messages().size() >= 3),
                        open -> open == streams.size());
            }
        }
        int during = ManagementFactory.getThreadMXBean().getThreadCount();
        site.openGate();

        Progress.await("all have ended", () -> count(streams, StreamClient::isOver), over -> over == MANY);
        List<List<StreamClient.Message>> received =
                streams.stream().map(StreamClient::messages).toList();

        assertThat(during - before).isLessThan(100);
        assertThat(received).hasSize(MANY).allMatch(received.getFirst()::equals);
        assertThat(received.getFirst().getLast().name()).isEqualTo("job.completed");
    }

    @Test
    void aSlowReaderIsCutAndContinuesAfterItsLastEvent(SingleProcess machine, Gateway gateway) throws IOException {
        StreamClient.ofEverything(gateway).close();
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(4_096);
            slow.connect(new InetSocketAddress("127.0.0.1", gateway.url().getPort()));
            // Without chunks, whose sizes would stand among the lines.
            slow.getOutputStream()
                    .write(("GET /api/ops/stream HTTP/1.0\r\nHost: localhost\r\nAuthorization: Bearer " + Gateway.KEY
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            InputStream stream = slow.getInputStream();
            String beginning = until(stream, ": open\n");
            String batch = noise(gateway, 2_000);
            gateway.awaitBatch(batch, "completed");

            String read = beginning + new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            String last = last(ID, read);
            String rest = follow(gateway, last, batch);

            assertThat(read).doesNotContain("batch.completed");
            Set<String> received = events(batch, read);
            received.addAll(events(batch, rest));
            assertThat(received)
                    .containsExactlyInAnyOrderElementsOf(new KafkaMessages(machine)
                            .ofKey("event-jobs.events", batch).stream()
                                    .map(event -> KafkaMessages.header(event, "ce_id"))
                                    .collect(Collectors.toSet()));
        }
    }

    /** Continues as often as it is cut, until the batch has finished. */
    private static String follow(Gateway gateway, String after, String batch) {
        StringBuilder received = new StringBuilder();
        String last = after;
        while (true) {
            StreamClient client = StreamClient.resume(gateway, "/api/ops/stream", last);
            Progress.await(
                    "the rest is received",
                    () -> new Part(client.isOver(), client.messages()),
                    part -> part.over() || part.ends(batch));
            List<StreamClient.Message> part = client.messages();
            client.close();
            part.forEach(
                    message -> received.append("data: ").append(message.data()).append('\n'));
            if (new Part(true, part).ends(batch)) {
                return received.toString();
            }
            last = part.getLast().id();
        }
    }

    private record Part(boolean over, List<StreamClient.Message> messages) {
        boolean ends(String batch) {
            return messages.stream()
                    .anyMatch(message -> message.name().equals("batch.completed")
                            && message.data().contains(batch));
        }
    }

    private static int count(List<StreamClient> streams, Predicate<StreamClient> which) {
        return (int) streams.stream().filter(which).count();
    }

    /** The ids of a batch's events. */
    private static Set<String> events(String batch, String text) {
        return text.lines()
                .filter(line -> line.startsWith("data: ") && line.endsWith("}") && line.contains(batch))
                .map(line -> Gateway.json(line.substring(6)).path("id").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String until(InputStream stream, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = stream.read();
            assertThat(next).as("more than this: " + read).isNotNegative();
            read.append((char) next);
        }
        return read.toString();
    }

    private static String last(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private static String batch(Gateway gateway, TestSite site, int size) {
        String body = IntStream.range(0, size)
                .mapToObj(index -> Gateway.job("Session " + index, site.address("/gated/stream/" + index)))
                .collect(Collectors.joining(",", "{\"batch_name\":\"Streamed\",\"jobs\":[", "]}"));
        return Gateway.data(gateway.post("/api/event-job/batches", body), 201)
                .path("batch_id")
                .asString();
    }

    /** Jobs without work, which have many events. */
    private static String noise(Gateway gateway, int jobs) {
        String body = IntStream.range(0, jobs)
                .mapToObj(index -> "{\"job_type\":\"noop\",\"parameters\":{\"event\":\"Noise\"}}")
                .collect(Collectors.joining(",", "{\"batch_name\":\"Noise\",\"jobs\":[", "]}"));
        return Gateway.data(gateway.post("/api/jobs/batch", body), 201)
                .path("batch_id")
                .asString();
    }
}
