package io.eventjobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A complete schedule in FOSDEM's format is read without loss, and each session of a list made by hand is found in it. Always run with a
 * two-day sample; also with all of FOSDEM 2025 if {@code -Dcorpora.dir} names the folder that holds it.
 */
class FosdemCorpusTest {
    private static final String CORPORA = "corpora.dir";

    @Test
    void readsTwoDaysWithoutLoss() {
        Schedule schedule = Schedules.file("fosdem-days.xml");

        assertThat(counts(schedule)).isEqualTo(new Counts(8, 10, 4, 12, 16, 48));
        assertThatAllIsKnown(schedule);
    }

    @Test
    void findsEachSessionOfAListWithItsRecordingAndItsSlides() throws IOException {
        JsonNode list;
        try (InputStream json = Objects.requireNonNull(getClass().getResourceAsStream("/schedule/fosdem-days.json"))) {
            list = JsonMapper.shared().readTree(json);
        }

        assertThat(joined(list, Schedules.file("fosdem-days.xml"))).isEqualTo(new Joined(8, 6, 4));
    }

    @Test
    @EnabledIfSystemProperty(
            named = CORPORA,
            matches = ".+",
            disabledReason =
                    "-Dcorpora.dir=DIR reads all of FOSDEM 2025 too, from DIR/corpora/schedules/fosdem-2025.xml.gz")
    void readsAllOfFosdem2025(TestReporter reporter, @TempDir Path folder) throws Exception {
        Path shared = Path.of(System.getProperty(CORPORA));
        Path corpus = shared.resolve("corpora/schedules/fosdem-2025.xml.gz");
        reporter.publishEntry("corpus", corpus.toString());
        Path file = folder.resolve("schedule.xml");
        try (InputStream xml = new GZIPInputStream(Files.newInputStream(corpus))) {
            Files.copy(xml, file);
        }

        Schedule schedule = new ScheduleReader().read(file, null);

        assertThat(counts(schedule)).isEqualTo(new Counts(1_105, 1_455, 955, 1_909, 2_076, 7_898));
        assertThatAllIsKnown(schedule);
        assertThat(joined(JsonMapper.shared().readTree(shared.resolve("samples/fosdem-2025-sessions.json")), schedule))
                .isEqualTo(new Joined(1_093, 922, 620));
    }

    private record Counts(int sessions, int speakers, int subtitles, int recordings, int chatRooms, int links) {}

    private static Counts counts(Schedule schedule) {
        return new Counts(
                schedule.sessions().size(),
                sum(schedule, session -> session.speakers().size()),
                sum(schedule, session -> links(session, SessionLink.Kind.SUBTITLES, "Video recording subtitle file")),
                sum(schedule, session -> links(session, SessionLink.Kind.RECORDING, "Video recording (")),
                sum(schedule, session -> links(session, SessionLink.Kind.SERVICE, "Chat room(")),
                sum(schedule, session -> session.links().size()));
    }

    private static void assertThatAllIsKnown(Schedule schedule) {
        assertThat(schedule.warnings()).isEmpty();
        assertThat(schedule.sessions()).allSatisfy(session -> {
            assertThat(session.slot().start()).isNotNull();
            assertThat(session.slot().end()).isAfter(session.slot().start());
            assertThat(session.slot().day()).isEqualTo(session.slot().start().toLocalDate());
            assertThat(session.placement()).hasNoNullFieldsOrProperties();
            assertThat(session.identity().url()).isNotNull();
        });
    }

    /** Counts the listed sessions that the schedule contains with the same recording and slides. */
    private record Joined(int sessions, int recordings, int slides) {}

    private static Joined joined(JsonNode list, Schedule schedule) {
        SessionIndex index = new SessionIndex(schedule);
        int found = 0;
        int recordings = 0;
        int slides = 0;
        for (JsonNode listed : list) {
            Optional<ScheduledSession> session = index.find(listed.path("url").asString(), "", null);
            found += session.isPresent() ? 1 : 0;
            recordings += same(listed, "video_url", session.flatMap(ScheduledSession::recording));
            slides += same(listed, "attachments_url", session.flatMap(ScheduledSession::slides));
            assertThat(session.map(ScheduledSession::title))
                    .contains(oneLine(listed.path("session").asString()));
            assertThat(session.map(one -> one.slot().start().toLocalTime().toString()))
                    .contains(listed.path("starttime").asString());
            assertThat(session.map(one -> one.slot().end().toLocalTime().toString()))
                    .contains(listed.path("endtime").asString());
            speakers(listed).ifPresent(names -> assertThat(session.map(Schedules::names))
                    .contains(names));
        }
        return new Joined(found, recordings, slides);
    }

    private static int same(JsonNode listed, String field, Optional<String> found) {
        String expected = listed.path(field).asString("");
        return !expected.isEmpty() && Objects.equals(found.orElse(null), expected) ? 1 : 0;
    }

    private static Optional<List<String>> speakers(JsonNode listed) {
        return listed.path("speakers").isArray()
                ? Optional.of(listed.path("speakers")
                        .valueStream()
                        .map(name -> oneLine(name.asString()))
                        .toList())
                : Optional.empty();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\h]+", " ").strip();
    }

    private static int links(ScheduledSession session, SessionLink.Kind kind, String text) {
        return (int) session.links().stream()
                .filter(link -> link.kind() == kind && link.text().startsWith(text))
                .count();
    }

    private static int sum(Schedule schedule, ToIntFunction<ScheduledSession> number) {
        return schedule.sessions().stream().mapToInt(number).sum();
    }
}
