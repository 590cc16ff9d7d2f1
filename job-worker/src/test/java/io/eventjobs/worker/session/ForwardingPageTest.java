package io.eventjobs.worker.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.SessionHarness;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that forward to others with {@code <meta http-equiv=refresh>}. */
class ForwardingPageTest {
    private static final String MOVED = "<p>This page has moved.</p>";
    private static final String TEXT =
            "<h1>How to test</h1>" + "<p>A sentence of the page itself, as people read it.</p>".repeat(12);

    @TempDir
    private Path folder;

    private SessionHarness harness;

    @BeforeEach
    void start() throws IOException {
        harness = new SessionHarness(folder);
        harness.host.servesPage("/new", Pages.talk());
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0; url=/new", "5;URL='/new'", "30, /new"})
    void readsThePageThatAnEmptyOneForwardsTo(String content) throws Exception {
        harness.host.servesPage("/talk", forwarding(content, MOVED));

        JobResults results = harness.perform(harness.talk());

        assertThat(harness.text(results.markdown())).contains(Pages.ABSTRACT).doesNotContain("has moved");
        assertThat(results.warnings()).isEmpty();
        assertThat(harness.host.asked()).containsExactly("/talk", "/new");
    }

    @Test
    void readsThePageThatPeopleSeeWhenTheOtherForwardsAtOnce() throws Exception {
        harness.host.servesPage("/talk", forwarding("0; url=/new", TEXT));

        assertThat(harness.text(harness.perform(harness.talk()).markdown())).contains(Pages.ABSTRACT);
    }

    @Test
    void keepsAPageThatPeopleReadBeforeItForwardsAndNamesTheOther() throws Exception {
        harness.host.servesPage("/talk", forwarding("5; url=/new", TEXT));

        JobResults results = harness.perform(harness.talk());

        assertThat(harness.text(results.markdown())).contains("A sentence of the page itself");
        assertThat(results.warnings()).containsExactly(notRead("/new"));
        assertThat(harness.host.asked()).containsExactly("/talk");
    }

    @Test
    void waitsForNoForwardingThatTakesLong() throws Exception {
        harness.host.servesPage("/talk", forwarding("31; url=/new", MOVED));

        JobResults results = harness.perform(harness.talk());

        assertThat(results.warnings()).contains(notRead("/new"));
    }

    @Test
    void keepsAPageWithATextWhenTheOtherCannotBeRead() throws Exception {
        harness.host.servesPage("/talk", forwarding("0; url=/new", TEXT)).fails("/new", 500);

        JobResults results = harness.perform(harness.talk());

        assertThat(harness.text(results.markdown())).contains("A sentence of the page itself");
        assertThat(results.warnings()).containsExactly(notRead("/new"));
    }

    @Test
    void failsAsThePageDoesThatAnEmptyOneForwardsTo() {
        harness.host.servesPage("/talk", forwarding("0; url=/new", MOVED)).fails("/new", 500);
        assertThat(harness.failure(harness.talk()).code()).isEqualTo(FailureCode.HTTP_SERVER_ERROR);

        harness.host.serves("/new", "image/png", new byte[10]);
        assertThat(harness.failure(harness.talk()).code()).isEqualTo(FailureCode.NOT_A_PAGE);
    }

    @Test
    void followsForwardingsAsOftenAsRedirects() throws Exception {
        harness.host.servesPage("/talk", forwarding("0; url=/1", MOVED));
        for (int page = 1; page < 10; page++) {
            harness.host.servesPage("/" + page, forwarding("0; url=/" + (page + 1), MOVED));
        }

        JobResults results = harness.perform(harness.talk());

        assertThat(harness.host.asked()).containsExactly("/talk", "/1", "/2", "/3", "/4", "/5");
        assertThat(results.warnings()).contains(notRead("/6"));
    }

    @Test
    void endsALoop() throws Exception {
        harness.host.servesPage("/talk", forwarding("0; url=/other", MOVED));
        harness.host.servesPage("/other", forwarding("0; url=/talk", MOVED));

        assertThat(harness.perform(harness.talk()).warnings()).contains(notRead("/talk"));
    }

    @Test
    void leavesTheOtherAddressToTheGuardedClient() {
        harness.host.servesPage("/talk", forwarding("0; url=http://192.168.7.7/admin", MOVED));

        assertThat(harness.failure(harness.talk()).code()).isEqualTo(FailureCode.ADDRESS_BLOCKED);
    }

    @Test
    void asksBothPagesWhetherTheyHaveChanged() throws Exception {
        harness.host.namingValidators().servesPage("/talk", forwarding("0; url=/new", MOVED));
        harness.perform(harness.talk());
        harness.host.takeExchanges();

        harness.restarted().perform(harness.talk());

        assertThat(harness.host.takeExchanges()).containsExactly("IF-CHANGED /talk 304", "IF-CHANGED /new 304");
    }

    private String notRead(String path) {
        return "The page forwards to " + harness.host.address(path) + ", which was not read.";
    }

    private static String forwarding(String content, String body) {
        return "<html><head><title>Moved</title><meta http-equiv=refresh content=\"" + content + "\"></head><body>"
                + body + "</body></html>";
    }
}
