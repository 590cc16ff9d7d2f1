package io.eventjobs.page.facts;

import static io.eventjobs.page.TestPages.addresses;
import static io.eventjobs.page.TestPages.told;
import static io.eventjobs.page.TestPages.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.page.SessionPage;
import io.eventjobs.page.TestPages;
import io.eventjobs.page.link.PageLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelFactsTest {
    @Test
    void readsTablesInGerman() {
        SessionPage page = TestPages.file("labels-de.html");

        assertThat(told(page, FactName.ROOM)).isEqualTo("Hörsaal 3 (label)");
        assertThat(told(page, FactName.DAY)).isEqualTo("Samstag, 8. März 2025 (label)");
        assertThat(told(page, FactName.START)).isEqualTo("14:15 (label)");
        assertThat(told(page, FactName.END)).isEqualTo("15:00 (label)");
        assertThat(told(page, FactName.TRACK)).isEqualTo("Statik (label)");
        assertThat(told(page, FactName.LANGUAGE)).isEqualTo("Deutsch (label)");
        assertThat(values(page, FactName.SPEAKER)).containsExactly("Dr. Ilse Beispiel", "Karl-Heinz von der Probe");
        assertThat(addresses(page, PageLink.Kind.SLIDES))
                .containsExactly("https://conf.test/2025/schedule/event/4711/dateien/bruecken.pdf");
    }

    @Test
    void readsTermsWithTheirDefinitions() {
        SessionPage page = TestPages.file("labels-en.html");

        assertThat(told(page, FactName.TITLE)).isEqualTo("Bridges (html)");
        assertThat(told(page, FactName.DATE)).isEqualTo("2025-03-08 (label)");
        assertThat(told(page, FactName.START)).isEqualTo("2:15 pm (label)");
        assertThat(told(page, FactName.END)).isEqualTo("3:00 pm (label)");
        assertThat(values(page, FactName.SPEAKER)).containsExactly("Ilse Example", "Karl Sample", "Mo Probe");
        assertThat(addresses(page, PageLink.Kind.VIDEO)).containsExactly("https://films.test/bridges.mp4");
    }

    @ParameterizedTest
    @CsvSource({
        "ROOM, <p><b>Room:</b> Blue</p>, Blue",
        "ROOM, <ul><li><strong>Salle</strong> : Bleue</li></ul>, Bleue",
        "ROOM, <p>Sala: Azul</p>, Azul",
        "START, <p><strong>Start</strong> (UTC+1): 10:35</p>, 10:35",
        "TRACK, <h4>Track</h4><p>Stones</p>, Stones",
        "ROOM, <div><span>Room</span><span>: Blue</span></div>, Blue",
        "SPEAKER, <h3>Speakers</h3><ul><li>Al One</li></ul><p>Thanks to all</p>, Al One",
    })
    void readsLabels(FactName name, String html, String value) {
        assertThat(values(TestPages.html("<h1>Talk</h1>" + html), name)).containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource({
        "ROOM, <p>There is no room: all are full</p>",
        "TRACK, <nav><b>Track:</b> Stones</nav>",
        "START, <p hidden><b>Start:</b> 10:00</p>",
        "SPEAKER, <h3>Speakers</h3><p>To be announced soon. Watch this page for more about them.</p>",
    })
    void findsNoFactsInOrdinaryText(FactName name, String html) {
        assertThat(values(TestPages.html("<h1>Talk</h1>" + html), name)).isEmpty();
    }

    @Test
    void endsTheSpeakersWhereTheirListEnds() {
        SessionPage page = TestPages.html("<h1>Talk</h1><h3>Speakers</h3><ul><li><a href='/p/1'>Al One</a></li></ul>"
                + "<p><a href='https://code.test/'>Source code</a></p>");

        assertThat(values(page, FactName.SPEAKER)).containsExactly("Al One");
    }

    @Test
    void readsPeopleFromCardsWithHeadings() {
        SessionPage page = TestPages.html("<h1>Talk</h1><h2>Speakers</h2>"
                + "<div class=card><h3>Al One</h3><p>Builds bridges of stone and of words.</p></div>"
                + "<div class=card><h3>Bea Two</h3><p>Walks on them.</p></div><h2>Else</h2><h3>Cy Three</h3>");

        assertThat(values(page, FactName.SPEAKER)).containsExactly("Al One", "Bea Two");
    }
}
