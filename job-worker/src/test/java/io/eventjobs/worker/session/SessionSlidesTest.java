package io.eventjobs.worker.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.fixture.Pdfs;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.worker.fixture.HandTicker;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.SessionHarness;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionSlidesTest {
    @TempDir
    private Path folder;

    private SessionHarness harness;

    @BeforeEach
    void start() throws IOException {
        harness = new SessionHarness(folder);
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void rendersEveryGivenOrLinkedDeck() throws Exception {
        harness.host
                .servesPage("/talk", Pages.talk(Pages.link("/slides/b.pdf", "Slides, part two")))
                .serves("/a.pdf", "application/pdf", Pdfs.slides("a1", "a2"))
                .serves("/slides/b.pdf", "application/pdf", Pdfs.slides("b1"));

        JobResults results = harness.perform(harness.talk().withSlides(harness.host.address("/a.pdf")));

        assertThat(results.assets()).hasSize(6);
        assertThat(harness.text(results.markdown()))
                .containsSubsequence(
                        "### [",
                        "/a.pdf",
                        "Slide 1: a1",
                        "Slide 2: a2",
                        "### [",
                        "/slides/b.pdf",
                        "Slide 3: b1",
                        "slide_003.jpg");
    }

    @Test
    void fetchesNoMoreDecksOnceTheyTookTooLongTogether() throws Exception {
        HandTicker clock = new HandTicker();
        harness.timedBy(() -> {
            clock.advance(Duration.ofMinutes(3));
            return clock.nanos();
        });
        harness.host
                .servesPage(
                        "/talk",
                        Pages.talk(
                                Pages.link("/b.pdf", "Slides, part two") + Pages.link("/c.pdf", "Slides, part three")))
                .serves("/a.pdf", "application/pdf", Pdfs.slides("a1"))
                .serves("/b.pdf", "application/pdf", Pdfs.slides("b1"))
                .serves("/c.pdf", "application/pdf", Pdfs.slides("c1"));

        JobResults results = harness.perform(harness.talk().withSlides(harness.host.address("/a.pdf")));

        assertThat(harness.host.asked()).contains("/a.pdf", "/b.pdf").doesNotContain("/c.pdf");
        assertThat(results.warnings())
                .anyMatch(warning -> warning.contains("longer than 8 minutes") && warning.contains("/c.pdf"));
    }

    @Test
    void keepsSlidesThatCannotBeReadAsALinkWithoutFetchingThem() throws Exception {
        harness.host.servesPage("/talk", Pages.talk());

        JobResults results = harness.perform(harness.talk().withSlides(harness.host.address("/deck.key")));

        assertThat(results.warnings()).singleElement().asString().contains("/deck.key", "a Keynote file (.key)");
        assertThat(harness.text(results.markdown())).contains("](" + harness.host.address("/deck.key") + ")");
        assertThat(harness.host.asked()).containsExactly("/talk");
    }

    @Test
    void reportsSlidesThatAreAnotherKindOfFile() throws Exception {
        harness.host.servesPage("/talk", Pages.talk()).servesPage("/deck", "<!doctype html><p>log in first");

        JobResults results = harness.perform(harness.talk().withSlides(harness.host.address("/deck")));

        assertThat(results.warnings()).singleElement().asString().contains("are a web page");
    }

    @Test
    void warnsOfBrokenAndMissingSlides() throws Exception {
        harness.host
                .servesPage("/talk", Pages.talk(Pages.link("/gone-slides.pdf", "Slides")))
                .serves("/broken.pdf", "application/pdf", Pdfs.cutOff("x"));

        JobResults results = harness.perform(harness.talk().withSlides(harness.host.address("/broken.pdf")));

        assertThat(results.assets()).isEmpty();
        assertThat(results.warnings())
                .anyMatch(warning -> warning.contains("no slides"))
                .anyMatch(warning -> warning.contains("/gone-slides.pdf") && warning.contains("HTTP_NOT_FOUND"));
    }
}
