package io.eventjobs.worker.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.worker.chat.ChatClient;
import io.eventjobs.worker.chat.fixture.ChatEndpoint;
import io.eventjobs.worker.session.fixture.SessionHarness;
import io.eventjobs.worker.session.fixture.Sessions;
import io.eventjobs.worker.session.translation.engine.ChatTranslator;
import io.eventjobs.worker.session.translation.engine.PretendedLanguage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of an event with a schedule. */
class ScheduledSessionTest {
    private static final String PAGE =
            """
            <html lang="en"><head><title>How to test: a talk</title></head><body><main><h1>How to test: a talk</h1>
            <p>Room: The page's room</p><p>Speaker: Page Person</p>
            <p>This is what the page has to say about the talk, and it is long enough to be taken for its content by anyone.</p>
            %s</main></body></html>
            """;
    private static final String SCHEDULE =
            """
            {"schedule": {"base_url": "%s", "conference": {"title": "Example Conf", "time_zone_name": "Europe/Berlin",
              "days": [{"date": "2026-05-02", "rooms": {"Hall": [
                {"guid": "g-1", "title": "How to test: a talk", "url": "%s", "date": "2026-05-02T10:00:00+02:00", "start": "10:00", "duration": "0:45",
                 "track": "Quality", "type": "talk", "language": "eng", "subtitle": "With examples", "abstract": "What the **schedule** says.",
                 "persons": [{"name": "Ada Example", "affiliation": "Example Lab", "biography": "Tests [everything](https://ada.test/)."}],
                 "links": [{"title": "Notes", "url": "https://notes.test/1"}, {"title": "Feedback", "url": "https://conf.test/feedback/1"}],
                 "attachments": [{"title": "Paper", "url": "/files/paper.pdf"}]}]}}]}}}
            """;

    @TempDir
    Path folder;

    private SessionHarness harness;

    @BeforeEach
    void start() throws IOException {
        harness = new SessionHarness(folder);
        harness.host.servesPage("/talk", PAGE.formatted(""));
        publishSchedule();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void theScheduleGoesBeforeThePageAndEachFactKeepsItsSource() throws Exception {
        JobResults results = harness.perform(scheduled());

        assertThat(results.metadata())
                .containsEntry("room", "Hall")
                .containsEntry("track", "Quality")
                .containsEntry("type", "talk")
                .containsEntry("subtitle", "With examples")
                .containsEntry("day", "Saturday")
                .containsEntry("date", "2026-05-02")
                .containsEntry("start", "10:00")
                .containsEntry("end", "10:45")
                .containsEntry("time_zone", "Europe/Berlin")
                .containsEntry("speakers", List.of("Ada Example"))
                .containsEntry("people", List.of(Map.of("name", "Ada Example", "affiliation", "Example Lab")))
                .containsEntry("attachments", List.of(harness.host.address("/files/paper.pdf")));
        assertThat(results.metadata().get("sources"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, String.class))
                .containsEntry("room", "schedule:schedule-json")
                .containsEntry("speakers", "schedule:schedule-json")
                .containsEntry("abstract", "schedule:schedule-json")
                .containsEntry("title", "request");
        assertThat(results.warnings()).isEmpty();
    }

    @Test
    void theDocumentContainsTheFactsOfTheSchedule() throws Exception {
        JobResults results = harness.perform(scheduled());

        assertThat(harness.text(results.markdown()))
                .contains("What the **schedule** says.")
                .contains("## Speakers\n\n**Ada Example**, Example Lab\n\nTests [everything](https://ada.test/).")
                .contains("- [Notes](https://notes.test/1)")
                .doesNotContain("feedback/1")
                .doesNotContain("what the page has to say");
    }

    @Test
    void biographiesFromTheScheduleAreTranslated() throws Exception {
        try (ChatEndpoint model = new ChatEndpoint().says(PretendedLanguage::translated);
                ChatClient chat = new ChatClient(model.properties(), Clock.systemUTC())) {
            harness.translatedBy(new ChatTranslator(chat, 2));

            JobResults results = harness.perform(scheduled().wantedIn("de"));

            assertThat(results.warnings()).isEmpty();
            assertThat(harness.text(results.markdown()))
                    .contains(PretendedLanguage.of("What the") + " **" + PretendedLanguage.of("schedule") + "** ")
                    .contains("**Ada Example**, Example Lab\n\n" + PretendedLanguage.of("Tests") + " ["
                            + PretendedLanguage.of("everything") + "](https://ada.test/).");
        }
    }

    @Test
    void theRequestGoesBeforeTheSchedule() throws Exception {
        JobResults results = harness.perform(scheduled().by("Asked Person").inTrack("Asked track"));

        assertThat(results.metadata())
                .containsEntry("speakers", List.of("Asked Person"))
                .containsEntry("track", "Asked track");
    }

    @Test
    void aScheduleThatThePageNamesIsUsed() throws Exception {
        harness.host.servesPage(
                "/talk",
                PAGE.formatted("<a href=\"/talk\">Talk</a>")
                        .replace("</head>", "<link rel=\"alternate\" href=\"/schedule.json\"></head>"));

        assertThat(harness.perform(harness.talk()).metadata()).containsEntry("room", "Hall");
    }

    @Test
    void noScheduleAddressIsGuessed() throws Exception {
        harness.perform(harness.talk());

        assertThat(harness.host.asked()).containsExactly("/talk");
    }

    @Test
    void oneFetchServesManySessions() throws Exception {
        for (int i = 0; i < 5; i++) {
            harness.onJob("job-0192f0c1-0000-7000-8000-00000000001" + i).perform(scheduled());
        }

        assertThat(harness.host.asked()).filteredOn("/schedule.json"::equals).hasSize(1);
    }

    @Test
    void aSessionAddedToACachedScheduleIsFound() throws Exception {
        harness.host.serves(
                "/schedule.json", "application/json", "{\"schedule\": {\"events\": [{\"title\": \"Another\"}]}}");
        harness.host.servesPage("/other", PAGE);
        harness.perform(
                Sessions.at(harness.host.address("/other")).scheduledAt(harness.host.address("/schedule.json")));
        publishSchedule();

        JobResults results =
                harness.onJob("job-0192f0c1-0000-7000-8000-000000000012").perform(scheduled());

        assertThat(results.metadata()).containsEntry("room", "Hall");
        assertThat(results.warnings()).isEmpty();
    }

    @Test
    void aPageMissingInTheScheduleCausesOneRequest() throws Exception {
        harness.perform(scheduled());
        for (int i = 1; i <= 4; i++) {
            harness.host.servesPage("/stranger" + i % 2, PAGE.replace("How to test", "Elsewhere"));
            harness.onJob("job-0192f0c1-0000-7000-8000-00000000002" + i)
                    .perform(Sessions.at(harness.host.address("/stranger" + i % 2))
                            .titled("Nowhere")
                            .scheduledAt(harness.host.address("/schedule.json")));
        }

        assertThat(harness.host.asked()).filteredOn("/schedule.json"::equals).hasSize(3);
    }

    @Test
    void aMissingScheduleIsAWarning() throws Exception {
        harness.host.fails("/schedule.json", 404);

        JobResults results = harness.perform(scheduled());

        assertThat(results.metadata()).containsEntry("room", "The page's room");
        assertThat(results.warnings())
                .singleElement()
                .asString()
                .contains("The schedule at", "/schedule.json", "HTTP_NOT_FOUND");
    }

    @Test
    void aBrokenScheduleIsAWarning() throws Exception {
        harness.host.serves("/schedule.json", "application/json", "{\"schedule\": {\"conference\": {\"days\": [");

        JobResults results = harness.perform(scheduled());

        assertThat(results.metadata()).containsEntry("room", "The page's room");
        assertThat(results.warnings()).singleElement().asString().contains("cannot be read: Its JSON is broken");
    }

    @Test
    void aScheduleWithoutTheSessionIsAWarningOnlyIfTheRequestNamesIt() throws Exception {
        harness.host.serves(
                "/schedule.json", "application/json", "{\"schedule\": {\"events\": [{\"title\": \"Another\"}]}}");

        assertThat(harness.perform(scheduled()).warnings())
                .singleElement()
                .asString()
                .contains("has no session for this page");
    }

    @Test
    void anEmptyPageIsCompletedByTheSchedule() throws Exception {
        harness.host.servesPage(
                "/talk", "<html><head><title>App</title></head><body><div id=\"app\"></div></body></html>");

        assertThat(harness.failure(harness.talk()).code()).isEqualTo(FailureCode.EMPTY_PAGE);
        assertThat(harness.onJob("job-0192f0c1-0000-7000-8000-000000000012")
                        .perform(scheduled())
                        .metadata())
                .containsEntry("room", "Hall");
    }

    @Test
    void aStoppedJobDoesNotBlockOthersThatWaitForItsFetch() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        harness.host.stalls("/schedule.json", asked);
        Thread first = Thread.ofPlatform().start(() -> {
            try {
                harness.perform(scheduled());
            } catch (Exception e) {
                Thread.currentThread().interrupt();
            }
        });
        asked.await();
        first.interrupt();
        first.join();
        publishSchedule();

        assertThat(harness.onJob("job-0192f0c1-0000-7000-8000-000000000013")
                        .perform(scheduled())
                        .metadata())
                .containsEntry("room", "Hall");
    }

    private void publishSchedule() {
        harness.host.serves(
                "/schedule.json",
                "application/json",
                SCHEDULE.formatted(harness.host.address("/"), harness.host.address("/talk")));
    }

    private Sessions scheduled() {
        return harness.talk().scheduledAt(harness.host.address("/schedule.json"));
    }
}
