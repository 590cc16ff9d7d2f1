package io.eventjobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole schedule of FOSDEM 2025, where the corpus is beside the checkout (or {@code -Dcorpora.dir} names it). */
class FosdemCorpusTest {
    private static final Path SHARED = Path.of(System.getProperty("corpora.dir", "../../../shared"));
    private static final Path CORPUS = SHARED.resolve("corpora/schedules/fosdem-2025.xml.gz");
    private static final Path SAMPLE = SHARED.resolve("samples/fosdem-2025-sessions.json");

    @TempDir
    static Path folder;

    private static Schedule schedule;

    @BeforeAll
    static void readSchedule() throws Exception {
        assumeTrue(Files.exists(CORPUS), "there is no corpus at " + CORPUS);
        Path file = folder.resolve("schedule.xml");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(CORPUS))) {
            Files.copy(in, file);
        }
        schedule = new ScheduleReader().read(file, null);
    }

    @Test
    void isReadWithoutLoss() {
        assertThat(schedule.warnings()).isEmpty();
        assertThat(schedule.sessions()).hasSize(1_105);
        assertThat(count(session -> session.speakers().size())).isEqualTo(1_455);
        assertThat(count(session -> links(session, SessionLink.Kind.SUBTITLES, "Video recording subtitle file")))
                .isEqualTo(955);
        assertThat(count(session -> links(session, SessionLink.Kind.RECORDING, "Video recording (")))
                .isEqualTo(1_909);
        assertThat(count(session -> links(session, SessionLink.Kind.SERVICE, "Chat room(")))
                .isEqualTo(2_076);
        assertThat(count(session -> session.links().size())).isEqualTo(7_898);
        assertThat(schedule.sessions()).allSatisfy(session -> {
            assertThat(session.slot().start()).isNotNull();
            assertThat(session.slot().end()).isAfter(session.slot().start());
            assertThat(session.slot().day()).isEqualTo(session.slot().start().toLocalDate());
            assertThat(session.placement()).hasNoNullFieldsOrProperties();
            assertThat(session.identity().url()).isNotNull();
        });
    }

    @Test
    void everySessionOfTheSampleIsInItWithItsFilmAndItsSlides() throws IOException {
        assumeTrue(Files.exists(SAMPLE), "there is no sample at " + SAMPLE);
        SessionIndex index = new SessionIndex(schedule);
        int found = 0;
        int films = 0;
        int slides = 0;
        for (JsonNode sample : JsonMapper.shared().readTree(SAMPLE)) {
            Optional<ScheduledSession> session = index.find(sample.path("url").asString(), "", null);
            found += session.isPresent() ? 1 : 0;
            films += same(sample, "video_url", session.flatMap(ScheduledSession::recording));
            slides += same(sample, "attachments_url", session.flatMap(ScheduledSession::slides));
            assertThat(session.map(ScheduledSession::title))
                    .contains(oneLine(sample.path("session").asString()));
            assertThat(session.map(one -> one.slot().start().toLocalTime().toString()))
                    .contains(sample.path("starttime").asString());
            assertThat(session.map(one -> one.slot().end().toLocalTime().toString()))
                    .contains(sample.path("endtime").asString());
            speakers(sample).ifPresent(names -> assertThat(session.map(Schedules::names))
                    .contains(names));
        }

        assertThat(found).isEqualTo(1_093);
        assertThat(films).isEqualTo(922);
        assertThat(slides).isGreaterThanOrEqualTo(620);
    }

    private static int same(JsonNode sample, String field, Optional<String> found) {
        String expected = sample.path(field).asString("");
        return !expected.isEmpty() && Objects.equals(found.orElse(null), expected) ? 1 : 0;
    }

    private static Optional<List<String>> speakers(JsonNode sample) {
        return sample.path("speakers").isArray()
                ? Optional.of(sample.path("speakers")
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

    private static int count(Function<ScheduledSession, Integer> number) {
        return schedule.sessions().stream().mapToInt(number::apply).sum();
    }
}
