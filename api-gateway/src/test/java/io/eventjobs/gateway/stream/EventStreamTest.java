package io.eventjobs.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.ManualTime;
import io.eventjobs.gateway.job.Jobs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private static final String JOB = "job-1";
    private static final int CAPACITY = 4;

    private final ManualTime time = new ManualTime();
    private final Client client = new Client();

    @Test
    void writesEachEventWithItsIdAndFlushes() {
        EventStream stream = opened(0, 0);

        offer(stream, 1, "job.created");
        offer(stream, 2, "job.queued");

        assertThat(client.text.toString())
                .endsWith("id: 1\nevent: job.created\ndata: {}\n\nid: 2\nevent: job.queued\ndata: {}\n\n");
        assertThat(client.unflushed).isFalse();
    }

    @Test
    void endsAfterTheLastEventOfTheJob() {
        EventStream stream = opened(0, 2);

        offer(stream, 1, "job.created");
        offer(stream, 2, "job.completed");
        offer(stream, 3, "job.deleted");

        assertThat(client.closed).isTrue();
        assertThat(client.ids()).isEqualTo("1 2");
    }

    @Test
    void doesNotEndWhereTheJobWasRestarted() {
        EventStream stream = opened(0, 5);

        offer(stream, 4, "job.completed");
        offer(stream, 5, "job.restarted");

        assertThat(client.closed).isFalse();
        assertThat(client.ids()).isEqualTo("4 5");
    }

    @Test
    void sendsNeitherWhatTheClientHasNorWhatWasPublishedTwice() {
        EventStream stream = opened(3, 0);

        offer(stream, 3, "job.started");
        offer(stream, 4, "job.progressed");
        stream.offer(SentEvents.of(JOB, 4, "job.progressed", 0, 99));
        stream.offer(SentEvents.of("job-2", 5, "job.progressed", 0, 100));
        stream.pump();

        assertThat(client.ids()).isEqualTo("4");
    }

    @Test
    void queuesNoMoreThanItsCapacityForASlowReaderAndSendsThatBeforeItEnds() {
        EventStream stream = opened(0, 0);
        client.isReading = false;
        for (int sequence = 1; sequence <= CAPACITY; sequence++) {
            assertThat(offer(stream, sequence, "job.progressed")).isTrue();
        }

        assertThat(offer(stream, CAPACITY + 1, "job.progressed")).isFalse();
        stream.cut();
        client.isReading = true;
        stream.ready();

        assertThat(client.ids()).isEqualTo("1 2 3 4");
        assertThat(client.closed).isTrue();
    }

    @Test
    void isReadForAgainOnlyWhenHalfOfItsQueueIsFree() {
        EventStream stream = opened(0, 0);
        client.isReading = false;
        offer(stream, 1, "job.progressed");
        offer(stream, 2, "job.progressed");
        offer(stream, 3, "job.progressed");

        assertThat(stream.beginReading()).isFalse();
        client.isReading = true;
        stream.ready();

        assertThat(stream.beginReading()).isTrue();
        assertThat(stream.beginReading()).as("somebody reads already").isFalse();
    }

    @Test
    void showsThatItIsAliveAfterAWhileOfSilence() {
        EventStream stream = opened(0, 0);
        int before = client.text.length();

        time.pass(Duration.ofSeconds(14));
        stream.heartbeat();
        assertThat(client.text).hasSize(before);
        time.pass(Duration.ofSeconds(1));
        stream.heartbeat();

        assertThat(client.text.substring(before)).isEqualTo(": \n\n");
        assertThat(client.unflushed).isFalse();
    }

    @Test
    void endsWithTheIdAloneIfTheTopicNoLongerHasTheLastEvent() {
        StreamStart start = StreamStart.at(0, 0, 1);
        EventStream stream =
                new EventStream(new Selection.OfJob(Jobs.TENANT, JOB, JOB, 0, 7, true), start, client, time, CAPACITY);
        stream.ready();
        offer(stream, 6, "job.progressed");

        start.verify();
        stream.becomeLive();
        stream.pump();

        assertThat(client.text.toString()).endsWith("data: {}\n\nid: 7\n\n");
        assertThat(client.closed).isTrue();
    }

    @Test
    void isAbandonedWhenTheConnectionBreaks() {
        EventStream stream = opened(0, 0);
        client.isBroken = true;

        offer(stream, 1, "job.created");

        assertThat(stream.isOpen()).isFalse();
        assertThat(client.closed).isTrue();
    }

    private EventStream opened(long after, long known) {
        EventStream stream = new EventStream(
                new Selection.OfJob(Jobs.TENANT, JOB, JOB, after, known, false),
                StreamStart.at(0, 0, 1),
                client,
                time,
                CAPACITY);
        stream.ready();
        return stream;
    }

    private static boolean offer(EventStream stream, long sequence, String type) {
        boolean taken = stream.offer(SentEvents.of(JOB, sequence, type, 0, sequence));
        stream.pump();
        return taken;
    }

    private static final class Client implements StreamOutput {
        private static final Pattern ID = Pattern.compile("(?m)^id: (\\S+)$");

        private final StringBuilder text = new StringBuilder();
        private boolean isReading = true;
        private boolean isBroken;
        private boolean unflushed;
        private boolean closed;

        String ids() {
            return String.join(
                    " ",
                    ID.matcher(text)
                            .results()
                            .map((MatchResult id) -> id.group(1))
                            .toList());
        }

        @Override
        public boolean isReady() {
            return isReading;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            if (isBroken) {
                throw new IOException("gone");
            }
            text.append(new String(bytes, StandardCharsets.UTF_8));
            unflushed = true;
        }

        @Override
        public void flush() {
            unflushed = false;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
