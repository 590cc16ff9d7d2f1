package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * The console as a person uses it. Each page is looked at with axe-core, and pictures of it are kept. Skipped where there is no
 * Chromium.
 */
@ExtendWith(SystemUnderTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {
    private static final String HOSTILE = "<script>document.title='taken over'</script>";

    private final Gateway gateway;
    private final TestSite site;
    private final ConsoleBrowser browser;
    private String job = "";
    private String failed = "";

    ConsoleIT(Gateway gateway, TestSite site) {
        this.gateway = gateway;
        this.site = site;
        this.browser = ConsoleBrowser.of(gateway);
    }

    @BeforeAll
    void fillTheSystem() {
        job = gateway.submit("Console talk", site.address("/console"));
        String body = "{\"batch_id\":\"console-batch\",\"batch_name\":\"Batch " + HOSTILE + "\",\"jobs\":["
                + Gateway.job("Talk " + HOSTILE, site.address("/console-batch")).replace("}", ",\"track\":\"A & B\"}")
                + "," + Gateway.job("Missing talk", site.address("/missing?console")) + "]}";
        Gateway.data(gateway.post("/api/event-job/batches", body), 201);
        gateway.awaitFinished(job);
        for (JsonNode one : gateway.awaitBatch("console-batch", "completed").path("jobs")) {
            if (one.path("status").asString().equals("failed")) {
                failed = one.path("job_id").asString();
            }
        }
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void signIn() {
        browser.signIn();
    }

    @Test
    void everyPageCanBeReadByEverybodyAndFitsOnAPhone() throws IOException {
        browser.complaints();
        for (Map.Entry<String, String> page : pages().entrySet()) {
            for (int width : List.of(ConsoleBrowser.DESKTOP, ConsoleBrowser.PHONE)) {
                browser.resize(width);
                browser.open(page.getValue());
                browser.picture(page.getKey() + "-" + width + ".png");

                browser.requireReadable(page.getKey(), width);
                assertThat(browser.evaluate("document.title").asString())
                        .as("what a stranger wrote is shown, not run")
                        .endsWith("Event Jobs");
            }
            assertThat(browser.complaints()).as(page.getKey()).isEmpty();
        }
    }

    @Test
    void theDarkPagesHaveEnoughContrast() throws IOException {
        browser.dark(true);
        for (String page : List.of("/", "/batches/console-batch", "/jobs/" + job)) {
            browser.open(page);
            browser.picture("dark" + page.replace('/', '-') + ".png");

            assertThat(browser.seriousViolations()).as(page).isEmpty();
        }
        browser.dark(false);
    }

    @Test
    void aBatchIsPausedAndResumedByItsButtons() {
        String jobs = Stream.of("a", "b", "c")
                .map(name -> Gateway.job("Held " + name, site.address("/console-held-" + name)))
                .reduce((one, two) -> one + "," + two)
                .orElseThrow();
        gateway.post(
                "/api/event-job/batches",
                "{\"batch_id\":\"console-held\",\"batch_name\":\"Held\",\"jobs\":[" + jobs + "]}");
        gateway.post("/api/event-job/batches/console-held/toggle-active", "{\"active\":false}");
        browser.open("/batches/console-held");

        browser.click("form[action$='/resume'] button");
        browser.awaitThat("document.readyState === 'complete' && !document.querySelector(\"form[action$='/resume']\")");

        assertThat(gateway.batch("console-held").path("active").asBoolean()).isTrue();
        gateway.awaitBatch("console-held", "completed");
    }

    @Test
    void aDeadLetterIsReplayedAfterALookAtWhatWouldHappen() {
        browser.open("/dead-letters?batch=console-batch");
        browser.click("main .card .button.primary");
        browser.awaitThat("location.pathname === '/dead-letters/replay' && document.readyState === 'complete'");
        assertThat(browser.evaluate("document.querySelector('main strong').textContent")
                        .asString())
                .isEqualTo("1");

        browser.click("form.filter button");
        browser.awaitThat("location.pathname.startsWith('/replays/') && document.readyState === 'complete'");
        browser.awaitThat("document.querySelector('main .figures').textContent.includes('completed')");

        gateway.awaitStatus(failed, "failed");
        assertThat(gateway.job(failed).path("run").asInt()).isEqualTo(2);
    }

    @Test
    void addressesBecomeABatchAfterAPreview() {
        browser.open("/submit");
        browser.evaluate("document.querySelector('[name=event]').value = 'Console Conference';"
                + "document.querySelector('[name=content]').value = '" + site.address("/console-one") + "\\n"
                + site.address("/console-two") + "'");
        browser.click("main form button");
        browser.awaitThat("location.pathname === '/submit/preview' && document.readyState === 'complete'");
        assertThat(browser.evaluate("document.getElementById('proposal').textContent")
                        .asString())
                .isEqualTo("Console Conference: 2 jobs to submit");
        assertThat(gateway.get("/api/event-job/jobs?event=Console%20Conference").body())
                .asString(StandardCharsets.UTF_8)
                .contains("\"jobs\":[]");

        browser.click("form[action='/submit'] button");
        browser.awaitThat("location.pathname.startsWith('/batches/batch-') && document.readyState === 'complete'");

        String batch = browser.evaluate("location.pathname.split('/')[2]").asString();
        assertThat(gateway.awaitBatch(batch, "completed").path("job_count").asInt())
                .isEqualTo(2);
    }

    @Test
    void aDroppedScheduleIsShownByTrackAndSubmittedOnlyOnce() {
        String schedule =
                "{\\\"schedule\\\":{\\\"version\\\":\\\"1\\\",\\\"conference\\\":{\\\"title\\\":\\\"Dropped Days\\\",\\\"days\\\":[{\\\"date\\\":\\\"2026-02-01\\\","
                        + "\\\"rooms\\\":{\\\"R\\\":[{\\\"id\\\":1,\\\"title\\\":\\\"First\\\",\\\"track\\\":\\\"Odd\\\",\\\"url\\\":\\\""
                        + site.address("/dropped")
                        + "\\\",\\\"date\\\":\\\"2026-02-01T10:00:00+01:00\\\",\\\"start\\\":\\\"10:00\\\",\\\"duration\\\":\\\"00:30\\\"}]}}]}}}";
        drop(schedule);
        assertThat(browser.evaluate("document.querySelector('#preview summary').textContent")
                        .asString())
                .isEqualTo("Odd: 1 new, 0 changed, 0 unchanged");
        browser.click("form[action='/submit'] button");
        browser.awaitThat("location.pathname.startsWith('/batches') && document.readyState === 'complete'");

        drop(schedule);
        assertThat(browser.evaluate("document.querySelector('#preview summary').textContent")
                        .asString())
                .isEqualTo("Odd: 0 new, 0 changed, 1 unchanged");
    }

    @Test
    void aScheduleIsReadFromItsAddress() {
        browser.open("/submit");
        browser.evaluate("document.querySelector('[name=address]').value = '" + site.address("/schedule.ics") + "'");
        browser.click("main form button");
        browser.awaitThat("location.pathname === '/submit/preview' && document.readyState === 'complete'");
        assertThat(browser.evaluate("document.getElementById('proposal').textContent")
                        .asString())
                .isEqualTo("Calendar Days: 1 job to submit");

        browser.click("form[action='/submit'] button");
        browser.awaitThat("location.pathname.startsWith('/batches/') && document.readyState === 'complete'");

        String batch = browser.evaluate("location.pathname.split('/')[2]").asString();
        assertThat(gateway.awaitBatch(batch, "completed")
                        .path("completed_count")
                        .asInt())
                .isOne();
    }

    @Test
    void whoSignsOutIsOut() {
        browser.click(".sign-out button");
        browser.awaitThat("location.pathname === '/login'");

        browser.open("/batches");

        assertThat(browser.evaluate("location.pathname").asString()).isEqualTo("/login");
        assertThat(browser.evaluate("document.cookie").asString())
                .as("scripts never see a session")
                .isEmpty();
    }

    private void drop(String json) {
        browser.open("/submit");
        browser.evaluate("(() => { const data = new DataTransfer(); data.items.add(new File([\"" + json
                + "\"], 'schedule.json')); document.querySelector('[data-drop]').dispatchEvent("
                + "new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true})); })()");
        browser.awaitThat("document.querySelector('#preview summary') !== null");
    }

    private Map<String, String> pages() {
        return Map.ofEntries(
                Map.entry("overview", "/"),
                Map.entry("batches", "/batches?shown=all"),
                Map.entry("batch", "/batches/console-batch"),
                Map.entry("job", "/jobs/" + job),
                Map.entry("failed-job", "/jobs/" + failed),
                Map.entry("dead-letters", "/dead-letters"),
                Map.entry("dead-letter", "/dead-letters/" + failed),
                Map.entry("replay-forecast", "/dead-letters/replay"),
                Map.entry("replays", "/replays"),
                Map.entry("library", "/library"),
                Map.entry("search", "/library?q=talk"),
                Map.entry("event", "/library/event?name=Test%20Conference"),
                Map.entry("session", "/library/sessions/" + job),
                Map.entry("workers", "/workers"),
                Map.entry("audit", "/audit"),
                Map.entry("keys", "/keys"),
                Map.entry("submit", "/submit"));
    }
}
