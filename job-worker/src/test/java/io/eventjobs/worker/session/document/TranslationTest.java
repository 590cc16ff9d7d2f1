package io.eventjobs.worker.session.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.worker.session.fixture.Sessions;
import org.junit.jupiter.api.Test;

class TranslationTest {
    @Test
    void isNotWantedInTheLanguageOfTheTalkWhateverItsRegion() {
        assertThat(Translation.of(Sessions.at("x").wantedIn("EN-gb").request()).wanted())
                .isFalse();
    }

    @Test
    void leavesTheTextInItsLanguageAndSaysSo() {
        var request = Sessions.at("x").wantedIn("de").request();

        assertThat(Translation.of(request).language()).isEqualTo("en");
        assertThat(Translation.of(request).warnings(request))
                .containsExactly("Not translated to de: no translator is configured; the text is in en.");
    }
}
