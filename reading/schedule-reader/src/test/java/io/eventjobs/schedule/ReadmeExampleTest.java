package io.eventjobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first example of the module's README: the README contains the lines between the two markers. */
class ReadmeExampleTest {
    @TempDir
    private Path folder;

    @Test
    void readsASchedule() throws Exception {
        Path file = Files.writeString(
                folder.resolve("schedule.xml"),
                """
                <schedule><conference><title>Conf</title></conference><day date="2026-02-01"><room name="Main">
                <event id="1"><date>2026-02-01T10:00:00+01:00</date><duration>00:30</duration>
                <title>Small queues</title><url>https://conf.example/talks/small-queues/</url>
                <links><link href="https://video.example/small-queues.webm">Video recording</link></links></event>
                </room></day></schedule>
                """);

        // example
        Schedule schedule = new ScheduleReader().read(file, URI.create("https://conf.example/schedule.xml"));

        for (ScheduledSession session : schedule.sessions()) {
            System.out.println(
                    session.slot().start() + " " + session.placement().room() + ": " + session.title());
        }
        SessionIndex index = new SessionIndex(schedule);
        Optional<ScheduledSession> session =
                index.find("https://conf.example/talks/small-queues/", "Small queues", null);
        Optional<String> recording = session.flatMap(ScheduledSession::recording);
        // end

        assertThat(session).map(ScheduledSession::title).contains("Small queues");
        assertThat(recording).contains("https://video.example/small-queues.webm");
        assertThat(schedule.format()).isEqualTo(ScheduleFormat.PENTABARF_XML);
    }

    @Test
    void isTheExampleOfTheReadme() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/eventjobs/schedule/ReadmeExampleTest.java"));
        String example = source.substring(source.indexOf("// example\n") + 11, source.indexOf("// end\n"));

        assertThat(Files.readString(Path.of("README.md")))
                .contains("```java\n" + example.stripIndent().strip() + "\n```");
    }
}
