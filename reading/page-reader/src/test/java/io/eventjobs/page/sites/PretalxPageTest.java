package io.eventjobs.page.sites;

import static io.eventjobs.page.TestPages.addresses;
import static io.eventjobs.page.TestPages.told;
import static io.eventjobs.page.TestPages.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.page.SessionPage;
import io.eventjobs.page.TestPages;
import io.eventjobs.page.facts.Fact;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.link.PageLink;
import org.junit.jupiter.api.Test;

class PretalxPageTest {
    private final SessionPage page = TestPages.file("pretalx.html");

    @Test
    void copiesTitleEventAndSlot() {
        assertThat(told(page, FactName.TITLE)).isEqualTo("Warum Seiten lügen (adapter:pretalx)");
        assertThat(told(page, FactName.EVENT)).isEqualTo("Beispieltage 2025 (adapter:pretalx)");
        assertThat(told(page, FactName.DATE)).isEqualTo("2025-03-08 (adapter:pretalx)");
        assertThat(told(page, FactName.START)).isEqualTo("14:15 (adapter:pretalx)");
        assertThat(told(page, FactName.END)).isEqualTo("15:00 (adapter:pretalx)");
        assertThat(told(page, FactName.ROOM)).isEqualTo("Saal Grün (adapter:pretalx)");
    }

    @Test
    void namesSpeakersWithoutTheirLives() {
        assertThat(values(page, FactName.SPEAKER)).containsExactly("Änne Muster", "Bo Beispiel");
        assertThat(page.facts().first(FactName.SPEAKER))
                .get()
                .extracting(Fact::address)
                .isEqualTo("https://conf.test/bt25/speaker/QRS123/");
    }

    @Test
    void keepsResourcesAndThePlayer() {
        assertThat(addresses(page, PageLink.Kind.SLIDES))
                .containsExactly("https://conf.test/media/bt25/submissions/AB3DE7/resources/Folien_x.pdf");
        assertThat(addresses(page, PageLink.Kind.ATTACHMENT)).containsExactly("https://lists.test/demo");
        assertThat(addresses(page, PageLink.Kind.VIDEO))
                .containsExactly("https://media.ccc.de/v/bt25-12-warum-seiten-luegen/oembed");
    }

    @Test
    void writesAbstractAndDescription() {
        assertThat(page.markdown())
                .isEqualTo(
                        """
                        Eine Seite sagt viel, und **manches** stimmt. Der Vortrag zeigt, woran man es merkt.

                        Mit Beispielen aus drei Jahren & einer Liste:

                        3. Titel
                        4. Zeiten""");
        assertThat(page.language()).isEqualTo("de");
    }
}
