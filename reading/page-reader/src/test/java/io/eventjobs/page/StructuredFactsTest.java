package io.eventjobs.page;

import static io.eventjobs.page.TestPages.told;
import static io.eventjobs.page.TestPages.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.page.facts.Fact;
import io.eventjobs.page.facts.FactName;
import org.junit.jupiter.api.Test;

class StructuredFactsTest {
    @Test
    void readsAnEventInJsonLdDespiteABrokenBlock() {
        SessionPage page = TestPages.file("json-ld.html");

        assertThat(told(page, FactName.TITLE)).isEqualTo("Lighthouses (json-ld)");
        assertThat(told(page, FactName.ABSTRACT)).isEqualTo("Light & shade over the sea, for all who sail. (json-ld)");
        assertThat(told(page, FactName.START)).isEqualTo("2025-06-01T10:00:00+02:00 (json-ld)");
        assertThat(told(page, FactName.DATE)).isEqualTo("2025-06-01 (json-ld)");
        assertThat(told(page, FactName.ROOM)).isEqualTo("Pier Hall (json-ld)");
        assertThat(told(page, FactName.EVENT)).isEqualTo("Shore Days 2025 (json-ld)");
        assertThat(told(page, FactName.VIDEO)).isEqualTo("https://films.test/light.webm (json-ld)");
        assertThat(values(page, FactName.SPEAKER)).containsExactly("Lu Lamp", "Finn Flash");
    }

    @Test
    void isNotEmptyWhenItHoldsFactsOnly() {
        SessionPage page = TestPages.file("json-ld.html");

        assertThat(page.markdown()).isEmpty();
        assertThat(page.isEmpty()).isFalse();
    }

    @Test
    void readsAnEventInMicrodata() {
        SessionPage page = TestPages.file("microdata.html");

        assertThat(told(page, FactName.TITLE)).isEqualTo("Tides (microdata)");
        assertThat(told(page, FactName.START)).isEqualTo("2025-06-02T09:00+02:00 (microdata)");
        assertThat(told(page, FactName.END)).isEqualTo("2025-06-02T09:40+02:00 (microdata)");
        assertThat(told(page, FactName.ROOM)).isEqualTo("Low Room (microdata)");
        assertThat(page.facts().all(FactName.SPEAKER))
                .containsExactly(new Fact("Tia Tide", "microdata", "https://conf.test/people/tia"));
    }

    @Test
    void fallsBackToTheCardOfThePage() {
        SessionPage page = TestPages.html("<head><meta property='og:title' content='Waves'>"
                + "<meta property='og:description' content='All about waves.'>"
                + "<meta property='og:video' content='/waves.mp4'></head><body></body>");

        assertThat(told(page, FactName.TITLE)).isEqualTo("Waves (opengraph)");
        assertThat(told(page, FactName.ABSTRACT)).isEqualTo("All about waves. (opengraph)");
        assertThat(told(page, FactName.VIDEO)).isEqualTo("https://conf.test/waves.mp4 (opengraph)");
    }

    @Test
    void takesNoSpeakersOfAnEventThatThePageOnlyMentions() {
        SessionPage page = TestPages.html("<title>Waves</title><script type='application/ld+json'>"
                + "{\"@type\":\"Event\",\"name\":\"Shore Days\",\"performer\":\"The Band\",\"startDate\":\"2025-06-01\"}"
                + "</script><h1>Waves</h1>");

        assertThat(told(page, FactName.EVENT)).isEqualTo("Shore Days (json-ld)");
        assertThat(values(page, FactName.SPEAKER)).isEmpty();
        assertThat(values(page, FactName.START)).isEmpty();
    }

    @Test
    void readsTranscriptAndChaptersFromAVideoInJsonLd() {
        SessionPage page = TestPages.html(
                "<script type='application/ld+json'>{\"@type\":\"VideoObject\",\"name\":\"Waves\","
                        + "\"caption\":[{\"@type\":\"MediaObject\",\"contentUrl\":\"https://films.test/en.vtt\"},\"https://films.test/de.vtt\"],"
                        + "\"transcript\":\"Waves are everywhere.\",\"hasPart\":[{\"@type\":\"Clip\",\"name\":\"Calm\",\"startOffset\":0},"
                        + "{\"@type\":\"Clip\",\"name\":\"Storm\",\"startOffset\":3723.4},{\"@type\":\"Clip\",\"name\":\"Lost\"}]}</script>");

        assertThat(values(page, FactName.SUBTITLES))
                .containsExactly("https://films.test/en.vtt", "https://films.test/de.vtt");
        assertThat(told(page, FactName.TRANSCRIPT)).isEqualTo("Waves are everywhere. (json-ld)");
        assertThat(values(page, FactName.CHAPTER)).containsExactly("00:00:00 Calm", "01:02:03 Storm");
    }

    @Test
    void readsChaptersInTheDescriptionOfAVideo() {
        SessionPage page = TestPages.html("<script type='application/ld+json'>{\"@type\":\"VideoObject\","
                + "\"description\":\"On waves.\\n\\n0:00 Calm\\n2:00 Storm\"}</script>");

        assertThat(values(page, FactName.CHAPTER)).containsExactly("00:00:00 Calm", "00:02:00 Storm");
    }

    @Test
    void isEmptyWithoutContentAndFacts() {
        SessionPage page = TestPages.html("<title>Nothing</title><nav><a href='/'>Home</a></nav>");

        assertThat(page.isEmpty()).isTrue();
        assertThat(page.warnings()).containsExactly("The page has no abstract.");
    }
}
