package io.eventjobs.standalone.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.standalone.cli.EventJobs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command {@code import --dry-run} where no gateway runs. */
class DryRunTest {
    private static final String NOWHERE = "http://127.0.0.1:1";

    @TempDir
    Path folder;

    @Test
    void saysWhatAScheduleHoldsAndLacks() throws Exception {
        Path schedule = Files.writeString(
                folder.resolve("schedule.json"),
                """
                {"schedule": {"conference": {"title": "Example Days"}, "events": [
                  {"id": 1, "title": "One", "track": "Main", "url": "https://conf.test/1", "date": "2026-10-03T10:00:00+02:00", "duration": "0:30",
                    "persons": [{"name": "Ada"}], "abstract": "Text.", "video_download_url": "https://video.test/1.webm"},
                  {"id": 2, "title": "Two", "track": "Main", "url": "https://conf.test/2", "date": "2026-10-04T10:00:00+02:00", "abstract": "Text.",
                    "persons": [{"name": "Bo"}]},
                  {"id": 3, "title": "Lunch", "track": "Rest"},
                  {"id": 4, "title": "Off", "state": "cancelled"}]}}""");

        Outcome outcome = run("import", schedule.toString(), "--dry-run", "--url", NOWHERE);

        assertThat(outcome.status()).isZero();
        assertThat(outcome.text().lines())
                .containsExactly(
                        "Example Days: 3 sessions in 2 tracks (hub-json)",
                        "  warning: 1 event is cancelled and left out: Off",
                        "  Main: 2 sessions; Sat 3 Oct 2026 (1), Sun 4 Oct 2026 (1)",
                        "  Rest: 1 session",
                        "  no page: 1 session, Lunch",
                        "  no time: 1 session, Lunch",
                        "  no speakers: 1 session, Lunch",
                        "  no text: 1 session, Lunch",
                        "  1 with a recording, 0 with slides",
                        "What of it is new is unknown: no response from a gateway at " + NOWHERE
                                + "; start one with: event-jobs up");
    }

    @Test
    void withoutItAGatewayIsNeeded() throws Exception {
        Path schedule = Files.writeString(
                folder.resolve("schedule.json"),
                "{\"schedule\": {\"conference\": {\"title\": \"C\"}, \"events\": [{\"id\": 1, \"title\": \"One\"}]}}");

        assertThat(run("import", schedule.toString(), "--url", NOWHERE).status())
                .isEqualTo(3);
    }

    private static Outcome run(String... arguments) {
        StringWriter text = new StringWriter();
        CommandLine line = EventJobs.commandLine();
        line.setOut(new PrintWriter(text, true));
        line.setErr(new PrintWriter(text, true));
        return new Outcome(line.execute(arguments), text.toString());
    }

    private record Outcome(int status, String text) {}
}
