package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages of the console that move by themselves, by the event streams, and by polls where there is no stream. */
@ExtendWith(SystemUnderTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleStreamsIT {
    private final Gateway gateway;
    private final TestSite site;
    private final ConsoleBrowser browser;

    ConsoleStreamsIT(Gateway gateway, TestSite site) {
        this.gateway = gateway;
        this.site = site;
        this.browser = ConsoleBrowser.of(gateway);
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
    void aBarMovesByItselfWhileItsBatchIsWorkedOn() {
        site.closeGate();
        String batch = "{\"batch_id\":\"console-slow\",\"batch_name\":\"Slow\",\"jobs\":["
                + Gateway.job("Later", site.address("/gated/console")) + "]}";
        gateway.post("/api/event-job/batches", batch);
        browser.open("/batches/console-slow");
        browser.evaluate("document.title = 'the same page'");
        browser.awaitThat("document.querySelector('#batch-progress .badge').textContent === 'processing'");

        site.openGate();

        browser.awaitThat("document.querySelector('#batch-progress .badge').textContent === 'completed'"
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
        browser.awaitThat("document.querySelector('main .badge').textContent === 'completed'");

        site.closeGate();
        gateway.post("/api/event-job/jobs/" + one + "/restart", "{\"use_cache\":false}");
        gateway.awaitStatus(one, "processing");
        followWithoutPolls("/batches/console-followed");
        site.openGate();
        browser.awaitThat("document.querySelector('#batch-progress .badge').textContent === 'completed'");

        followWithoutPolls("/");
        browser.evaluate("document.querySelector('#live .figures').remove()");
        gateway.submit("Seen from the overview", site.address("/console-seen"));
        browser.awaitThat("document.querySelector('#live .figures') !== null");
    }

    @Test
    void withoutAStreamThePollsGoOn() {
        browser.refuse("*/stream*");
        try {
            browser.open("/");
            browser.evaluate("document.querySelector('#live .figures').remove()");

            browser.awaitThat("document.querySelector('#live .figures') !== null");
            assertThat(browser.evaluate("'followed' in document.querySelector('#live').dataset")
                            .asBoolean())
                    .isFalse();
        } finally {
            browser.refuse();
            browser.complaints();
        }
    }

    /** Opens a page and, once its stream is open, takes the polls away. */
    private void followWithoutPolls(String path) {
        browser.open(path);
        browser.awaitThat("document.querySelector('[data-followed]') !== null");
        browser.evaluate("document.addEventListener('htmx:beforeRequest', event =>"
                + " event.detail.requestConfig.triggeringEvent || event.preventDefault())");
    }
}
