package io.eventjobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class HostileScheduleTest {
    @Test
    void readsNoFileThatAnEntityNames(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE schedule [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + Schedules.event("<title>a&x;b</title>");

        assertNothingOf("the secret", xml);
    }

    @Test
    void expandsNoEntities() throws IOException {
        StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE schedule [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }

        assertNothingOf("haha", laughs + "]>" + Schedules.event("<title>&l29;</title>"));
    }

    private static void assertNothingOf(String forbidden, String xml) throws IOException {
        try {
            assertThat(Schedules.of(xml).toString()).doesNotContain(forbidden);
        } catch (UnreadableScheduleException e) {
            assertThat(e.getMessage()).doesNotContain(forbidden);
        }
    }

    @Test
    void readsOnPastControlCharacters() throws Exception {
        Schedule schedule =
                Schedules.of(Schedules.event("<title>One\u0008 \u0000two&#8;&#x1F; &#65;&amp;&#xD800;</title>"));

        assertThat(schedule.sessions().getFirst().title()).isEqualTo("One two A&\ufffd");
    }

    @Test
    void readsOtherEncodings() throws Exception {
        String latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + Schedules.event("<title>Zürich</title>");
        String wide = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + Schedules.event("<title>Zürich</title>");

        assertThat(Schedules.of(latin.getBytes(StandardCharsets.ISO_8859_1))
                        .sessions()
                        .getFirst()
                        .title())
                .isEqualTo("Zürich");
        assertThat(Schedules.of(wide.getBytes(StandardCharsets.UTF_16))
                        .sessions()
                        .getFirst()
                        .title())
                .isEqualTo("Zürich");
    }

    @Test
    void takesNoTextThatTurnsTheDirection() throws Exception {
        Schedule schedule = Schedules.of(Schedules.event("<title>fine\u202eexe.fdp</title>"));

        assertThat(schedule.sessions().getFirst().title()).isEqualTo("fineexe.fdp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<!DOCTYPE html><html><body>404</body></html>",
                "<rss><channel/></rss>",
                "<schedule><day><room><event><title>half",
                "<schedule></schedule>",
                "{\"schedule\": {\"conference\": {\"days\": [",
                "{}",
                "[]",
                "[1, \"two\", null]",
                "{\"schedule\": {\"conference\": {\"days\": \"monday\"}}}",
                "{\"sessions\": [{\"title\": {}}], \"speakers\": 7}",
                "{\"results\": [null]}",
                "BEGIN:VCALENDAR"
            })
    void reportsFilesThatAreNotSchedules(String text) {
        assertThatThrownBy(() -> Schedules.of(text)).isInstanceOf(UnreadableScheduleException.class);
    }

    @Test
    void refusesTooDeepNesting() {
        assertThatThrownBy(() -> Schedules.of(Schedules.event("<a>".repeat(100_000))))
                .isInstanceOf(UnreadableScheduleException.class);
        assertThatThrownBy(() -> Schedules.of("{\"schedule\":" + "[".repeat(100_000)))
                .isInstanceOf(UnreadableScheduleException.class);
    }

    @Test
    void refusesFilesThatAreTooLarge() {
        byte[] large = new byte[ScheduleReader.MAX_BYTES + 1];
        Arrays.fill(large, (byte) ' ');

        assertThatThrownBy(() -> Schedules.of(large))
                .isInstanceOf(UnreadableScheduleException.class)
                .hasMessageContaining("32 MiB");
    }

    @Test
    void refusesTooManySessions() {
        String events = "<event id=\"1\"><title>t</title></event>".repeat(20_001);

        assertThatThrownBy(() -> Schedules.of("<schedule><day><room>" + events + "</room></day></schedule>"))
                .isInstanceOf(UnreadableScheduleException.class)
                .hasMessageContaining("20000");
    }

    @Test
    void oneInvalidFieldDoesNotAffectOthers() throws Exception {
        Schedule schedule = Schedules.of(
                """
                {"schedule": {"conference": {"title": ["no"], "days": [{"date": 7, "rooms": {"R": [
                  "no event", {"title": "T", "date": "yesterday", "duration": "long", "persons": "nobody", "links": [{"url": "http://[bad"}, 5],
                  "attachments": {"url": "x"}, "abstract": 5}]}}]}}}""");

        assertThat(schedule.sessions()).singleElement().satisfies(session -> {
            assertThat(session.title()).isEqualTo("T");
            assertThat(session.slot().start()).isNull();
            assertThat(session.links()).isEmpty();
        });
        assertThat(schedule.warnings()).containsExactly("1 event has no title and is left out: R");
    }
}
