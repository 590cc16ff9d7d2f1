package io.eventjobs.worker.session.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.worker.session.document.SessionFacts;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.Sessions;
import org.junit.jupiter.api.Test;

class BundleReadmeTest {
    private static final String URL = "https://conf.test/talk";

    @Test
    void saysWhenTheSessionIsHeld() {
        assertThat(readme(Pages.talk()))
                .contains("One session of Example Conf 2026, Sat, 10:00–10:50: [the document](");
    }

    @Test
    void saysNothingOfATimeThatIsNotKnown() {
        assertThat(readme("<html><body><p>Nothing of note.</p></body></html>"))
                .contains("One session of Example Conf 2026: [the document](");
    }

    private static String readme(String page) {
        SessionParameters request = Sessions.at(URL).request();
        SessionFacts facts = SessionFacts.of(request, Pages.read(page, URL), URL);
        return BundleReadme.of(facts, BundleLayout.of(request, "en")).text();
    }
}
