package io.eventjobs.worker.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import io.eventjobs.model.job.JobResults;
import io.eventjobs.worker.chat.ChatClient;
import io.eventjobs.worker.chat.fixture.ChatEndpoint;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.SessionHarness;
import io.eventjobs.worker.session.translation.engine.ChatTranslator;
import io.eventjobs.worker.session.translation.engine.PretendedLanguage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chapters of a recording, from all places where a page may declare them. */
class SessionChapterTest {
    private static final String VTT =
            """
            WEBVTT

            00:00:01.000 --> 00:00:03.000
            <v Ada Example>Hello everyone.

            00:01:59.500 --> 00:02:03.000
            <v Bo Muster>Now the tests.

            00:02:03.000 --> 00:02:05.000
            <v Bo Muster>They are short.
            """;
    private static final String TRACK =
            "WEBVTT\n\n00:00.000 --> 02:00.000\nWelcome to all\n\n02:00.000 --> 09:00.000\nThe *tests* themselves\n";
    private static final String JSON =
            "{\"version\":\"1.2.0\",\"chapters\":[{\"startTime\":0,\"title\":\"Of the podcast\"},{\"startTime\":120,\"title\":\"More\"}]}";

    @TempDir
    private Path folder;

    private SessionHarness harness;

    @BeforeEach
    void open() throws IOException {
        harness = new SessionHarness(folder);
        harness.host
                .serves("/talk.vtt", "text/vtt", VTT)
                .serves("/chapters.vtt", "text/vtt", TRACK)
                .serves("/chapters.json", "application/json+chapters", JSON);
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void areListedWithLinksAndHeadTheirPassages() throws Exception {
        page("<video><track kind=chapters src=/chapters.vtt></video>");

        JobResults results = perform();

        String video = harness.host.address("/talk.webm");
        assertThat(harness.text(results.markdown()))
                .contains(
                        """
                        ## Chapters

                        - [00:00:00](%1$s#t=0) Welcome to all
                        - [00:02:00](%1$s#t=120) The \\*tests\\* themselves

                        ## Transcript

                        *Subtitles: [talk.vtt](%2$s)*

                        ### Welcome to all

                        [00:00:01](%1$s#t=1) **Ada Example:** Hello everyone.

                        ### The \\*tests\\* themselves

                        [00:01:59](%1$s#t=119) **Bo Muster:** Now the tests. They are short.
                        """
                                .formatted(video, harness.host.address("/talk.vtt")))
                .contains("transcript_source: \"" + harness.host.address("/talk.vtt") + "\"\n")
                .doesNotContain("transcribed_by");
        assertThat(results.metadata())
                .containsEntry(
                        "chapters",
                        List.of(
                                Map.of("start_seconds", 0L, "title", "Welcome to all"),
                                Map.of("start_seconds", 120L, "title", "The *tests* themselves")))
                .extractingByKey("sources", map(String.class, String.class))
                .containsEntry("chapters", harness.host.address("/chapters.vtt"));
        assertThat(results.warnings()).isEmpty();
    }

    @Test
    void areReadFromTheJsonOfPodcasts() throws Exception {
        page("<p><a type='application/json+chapters' href=/chapters.json>Chapters</a></p>"
                + "<p>0:00 Else<br>1:00 More else</p>");

        assertThat(harness.text(perform().markdown()))
                .contains("#t=0) Of the podcast\n", "### More\n\n", "Bo Muster:** Now")
                .doesNotContain("### Else");
    }

    @Test
    void areReadFromTheDescription() throws Exception {
        page("<p>0:00 Hello<br>2:00 Tests<br>5:00 Goodbye</p>");

        assertThat(harness.text(perform().markdown()))
                .contains("#t=0) Hello\n", "#t=300) Goodbye\n", "### Hello\n\n", "### Tests\n\n")
                .doesNotContain("### Goodbye");
    }

    @Test
    void standThereWithoutAnythingSaid() throws Exception {
        page("<p>0:00 Hello<br>2:00 Tests</p>");
        harness.host.fails("/talk.vtt", 404);

        assertThat(harness.text(perform().markdown()))
                .contains("## Chapters\n\n- [00:00:00](")
                .doesNotContain("## Transcript");
    }

    @Test
    void areMissedWhereTheirFileIs() throws Exception {
        page("<video><track kind=chapters src=/gone.vtt></video>");

        JobResults results = perform();

        assertThat(results.warnings())
                .singleElement()
                .asString()
                .startsWith("The chapters could not be fetched from " + harness.host.address("/gone.vtt"));
        assertThat(harness.text(results.markdown())).contains("Hello everyone.").doesNotContain("## Chapters");
    }

    @Test
    void changeTheParagraphsWhenTheyChange() throws Exception {
        page("<p>0:00 Hello<br>2:00 Tests</p>");
        perform();
        page("<p>0:00 Hello<br>2:03 Shorter</p>");

        JobResults results = harness.onJob("job-0192f0c1-0000-7000-8000-000000000002")
                .later(Duration.ofDays(2))
                .perform(harness.talk().withVideo(harness.host.address("/talk.webm")));

        assertThat(harness.text(results.markdown())).contains("Now the tests.\n\n### Shorter\n\n");
    }

    @Test
    void areTranslatedWithTheTranscript() throws Exception {
        page("<video><track kind=chapters src=/chapters.vtt></video>");
        try (ChatEndpoint model = new ChatEndpoint().says(PretendedLanguage::translated);
                ChatClient chat = new ChatClient(model.properties(), Clock.systemUTC())) {
            harness.translatedBy(new ChatTranslator(chat, 2));

            JobResults results = harness.perform(
                    harness.talk().withVideo(harness.host.address("/talk.webm")).wantedIn("de"));

            assertThat(harness.text(results.markdown()))
                    .contains(
                            "## Kapitel\n\n- [00:00:00](",
                            ") " + PretendedLanguage.of("Welcome to all") + "\n",
                            "### " + PretendedLanguage.of("Welcome to all") + "\n\n",
                            PretendedLanguage.of("Hello everyone."))
                    .doesNotContain("Welcome to all");
        }
    }

    private void page(String more) {
        harness.host.servesPage("/talk", Pages.talk(more));
    }

    private JobResults perform() throws Exception {
        return harness.perform(harness.talk().withVideo(harness.host.address("/talk.webm")));
    }
}
