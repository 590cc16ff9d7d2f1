package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eventjobs.standalone.cli.EventJobs;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * The console as a person uses it, in a headless Chromium. Each page is looked at with axe-core, and pictures of it are kept in {@code
 * target/console}. Skipped where there is no Chromium.
 */
@ExtendWith(SystemUnderTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;
    private static final Path PICTURES = Path.of("target/console");
    private static final String HOSTILE = "<script>document.title='taken over'</script>";

    private final Gateway gateway;
    private final TestSite site;
    private Optional<Chromium> started = Optional.empty();
    private String job = "";
    private String failed = "";

    ConsoleIT(Gateway gateway, TestSite site) {
        this.gateway = gateway;
        this.site = site;
    }

    @BeforeAll
    void startChromiumAndFillTheSystem() throws IOException {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "no Chromium on the path: the console is not looked at");
        Files.createDirectories(PICTURES);
        started = program.map(Chromium::start);
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
    void stopChromium() {
        started.ifPresent(Chromium::close);
    }

    @BeforeEach
    void signIn() {
        chromium().resize(DESKTOP, 800);
        chromium().open(at("/login"));
        chromium().evaluate("document.getElementById('key').value = '" + Gateway.KEY + "'");
        chromium().evaluate("document.querySelector('form button').click()");
        chromium().awaitThat("location.pathname === '/' && document.readyState === 'complete'");
    }

    @Test
    void everyPageCanBeReadByEverybodyAndFitsOnAPhone() throws IOException {
        chromium().complaints();
        for (Map.Entry<String, String> page : pages().entrySet()) {
            for (int width : List.of(DESKTOP, PHONE)) {
                chromium().resize(width, 800);
                chromium().open(at(page.getValue()));
                Files.write(
                        PICTURES.resolve(page.getKey() + "-" + width + ".png"),
                        chromium().screenshot());

                assertThat(chromium()
                                .evaluate("document.documentElement.scrollWidth")
                                .asInt())
                        .as("width of " + page.getKey())
                        .isLessThanOrEqualTo(width);
                assertThat(seriousViolations())
                        .as(page.getKey() + " at " + width)
                        .isEmpty();
                assertThat(chromium().evaluate("document.title").asString())
                        .as("what a stranger wrote is shown, not run")
                        .endsWith("Event Jobs");
            }
            assertThat(chromium().complaints()).as(page.getKey()).isEmpty();
        }
    }

    @Test
    void theDarkPagesHaveEnoughContrast() throws IOException {
        chromium().dark(true);
        for (String page : List.of("/", "/batches/console-batch", "/jobs/" + job)) {
            chromium().open(at(page));
            Files.write(
                    PICTURES.resolve("dark" + page.replace('/', '-') + ".png"),
                    chromium().screenshot());

            assertThat(seriousViolations()).as(page).isEmpty();
        }
        chromium().dark(false);
    }

    @Test
    void aBarMovesByItselfWhileItsBatchIsWorkedOn() {
        site.closeGate();
        String batch = "{\"batch_id\":\"console-slow\",\"batch_name\":\"Slow\",\"jobs\":["
                + Gateway.job("Later", site.address("/gated/console")) + "]}";
        gateway.post("/api/event-job/batches", batch);
        chromium().open(at("/batches/console-slow"));
        chromium().evaluate("document.title = 'the same page'");
        chromium().awaitThat("document.querySelector('#batch-progress .badge').textContent === 'processing'");

        site.openGate();

        chromium()
                .awaitThat("document.querySelector('#batch-progress .badge').textContent === 'completed'"
                        + " && document.title === 'the same page'");
    }

    @Test
    void progressArrivesByTheStreamOfAJobOfABatchAndOfEverything() {
        site.closeGate();
        gateway.post(
                "/api/event-job/batches",
                "{\"batch_id\":\"console-followed\",\"batch_name\":\"Followed\",\"jobs\":["
                        + Gateway.job("One", site.address("/gated/one")) + "]}");
        String one = gateway.batch("console-followed")
                .path("jobs")
                .get(0)
                .path("job_id")
                .asString();
        gateway.awaitStatus(one, "processing");
        followWithoutPolls("/jobs/" + one);
        site.openGate();
        chromium().awaitThat("document.querySelector('main .badge').textContent === 'completed'");

        site.closeGate();
        gateway.post("/api/event-job/jobs/" + one + "/restart", "{}");
        gateway.awaitStatus(one, "processing");
        followWithoutPolls("/batches/console-followed");
        site.openGate();
        chromium().awaitThat("document.querySelector('#batch-progress .badge').textContent === 'completed'");

        followWithoutPolls("/");
        chromium().evaluate("document.querySelector('#live .figures').remove()");
        gateway.submit("Seen from the overview", site.address("/console-seen"));
        chromium().awaitThat("document.querySelector('#live .figures') !== null");
    }

    @Test
    void withoutAStreamThePollsGoOn() {
        chromium().refuse("*/stream*");
        try {
            chromium().open(at("/"));
            chromium().evaluate("document.querySelector('#live .figures').remove()");

            chromium().awaitThat("document.querySelector('#live .figures') !== null");
            assertThat(chromium()
                            .evaluate("'followed' in document.querySelector('#live').dataset")
                            .asBoolean())
                    .isFalse();
        } finally {
            chromium().refuse();
            chromium().complaints();
        }
    }

    /** Opens a page and, once its stream is open, takes the polls away. */
    private void followWithoutPolls(String path) {
        chromium().open(at(path));
        chromium().awaitThat("document.querySelector('[data-followed]') !== null");
        chromium()
                .evaluate("document.addEventListener('htmx:beforeRequest', event =>"
                        + " event.detail.requestConfig.triggeringEvent || event.preventDefault())");
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
        chromium().open(at("/batches/console-held"));

        click("form[action$='/resume'] button");
        chromium()
                .awaitThat(
                        "document.readyState === 'complete' && !document.querySelector(\"form[action$='/resume']\")");

        assertThat(gateway.batch("console-held").path("active").asBoolean()).isTrue();
        gateway.awaitBatch("console-held", "completed");
    }

    @Test
    void aDeadLetterIsReplayedAfterALookAtWhatWouldHappen() {
        chromium().open(at("/dead-letters?batch=console-batch"));
        click("main .card .button.primary");
        chromium().awaitThat("location.pathname === '/dead-letters/replay' && document.readyState === 'complete'");
        assertThat(chromium()
                        .evaluate("document.querySelector('main strong').textContent")
                        .asString())
                .isEqualTo("1");

        click("form.filter button");
        chromium().awaitThat("location.pathname.startsWith('/replays/') && document.readyState === 'complete'");
        chromium().awaitThat("document.querySelector('main .figures').textContent.includes('completed')");

        gateway.awaitStatus(failed, "failed");
        assertThat(gateway.job(failed).path("run").asInt()).isEqualTo(2);
    }

    @Test
    void addressesBecomeABatchAfterAPreview() {
        chromium().open(at("/submit"));
        chromium()
                .evaluate("document.querySelector('[name=event]').value = 'Console Conference';"
                        + "document.querySelector('[name=content]').value = '" + site.address("/console-one") + "\\n"
                        + site.address("/console-two") + "'");
        click("main form button");
        chromium().awaitThat("location.pathname === '/submit/preview' && document.readyState === 'complete'");
        assertThat(chromium()
                        .evaluate("document.getElementById('proposal').textContent")
                        .asString())
                .isEqualTo("Console Conference: 2 jobs to submit");
        assertThat(gateway.get("/api/event-job/jobs?event=Console%20Conference").body())
                .asString(StandardCharsets.UTF_8)
                .contains("\"jobs\":[]");

        click("form[action='/submit'] button");
        chromium().awaitThat("location.pathname.startsWith('/batches/batch-') && document.readyState === 'complete'");

        String batch = chromium().evaluate("location.pathname.split('/')[2]").asString();
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
        assertThat(chromium()
                        .evaluate("document.querySelector('#preview summary').textContent")
                        .asString())
                .isEqualTo("Odd: 1 new, 0 changed, 0 unchanged");
        click("form[action='/submit'] button");
        chromium().awaitThat("location.pathname.startsWith('/batches') && document.readyState === 'complete'");

        drop(schedule);
        assertThat(chromium()
                        .evaluate("document.querySelector('#preview summary').textContent")
                        .asString())
                .isEqualTo("Odd: 0 new, 0 changed, 1 unchanged");
    }

    @Test
    void theEditionOfAnEventCanBeReadByEverybodyFromADisk() throws IOException {
        Path edition = Path.of("target/console/edition").toAbsolutePath();
        assertThat(EventJobs.commandLine()
                        .execute(
                                "export",
                                "Test Conference",
                                "--html",
                                edition.toString(),
                                "--url",
                                gateway.url().toString(),
                                "--api-key",
                                Gateway.KEY))
                .isZero();
        List<Path> pages;
        try (Stream<Path> files = Files.walk(edition)) {
            pages = files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .limit(4)
                    .toList();
        }

        assertThat(pages).hasSizeGreaterThan(1);
        for (Path page : pages) {
            for (int width : List.of(DESKTOP, PHONE)) {
                chromium().resize(width, 800);
                chromium().open(page.toUri());

                assertThat(chromium()
                                .evaluate("document.documentElement.scrollWidth")
                                .asInt())
                        .as("width of " + page)
                        .isLessThanOrEqualTo(width);
                assertThat(seriousViolations()).as(page + " at " + width).isEmpty();
            }
        }
    }

    @Test
    void whoSignsOutIsOut() {
        click(".sign-out button");
        chromium().awaitThat("location.pathname === '/login'");

        chromium().open(at("/batches"));

        assertThat(chromium().evaluate("location.pathname").asString()).isEqualTo("/login");
        assertThat(chromium().evaluate("document.cookie").asString())
                .as("scripts never see a session")
                .isEmpty();
    }

    private void drop(String json) {
        chromium().open(at("/submit"));
        chromium()
                .evaluate("(() => { const data = new DataTransfer(); data.items.add(new File([\"" + json
                        + "\"], 'schedule.json')); document.querySelector('[data-drop]').dispatchEvent("
                        + "new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true})); })()");
        chromium().awaitThat("document.querySelector('#preview summary') !== null");
    }

    private void click(String selector) {
        chromium().evaluate("document.querySelector(" + quoted(selector) + ").click()");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }

    private List<String> seriousViolations() throws IOException {
        chromium().evaluate(AxeCore.script() + "; 0");
        JsonNode found = chromium()
                .evaluate("axe.run(document).then(r => ({ passed: r.passes.length, violations: r.violations"
                        + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                        + ".map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', ')) }))");
        assertThat(found.path("passed").asInt()).as("rules that were checked").isPositive();
        return found.path("violations").valueStream().map(JsonNode::asString).toList();
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

    private URI at(String path) {
        return gateway.url().resolve(path);
    }

    private Chromium chromium() {
        return started.orElseThrow();
    }
}
