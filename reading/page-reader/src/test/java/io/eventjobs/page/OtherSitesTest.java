package io.eventjobs.page;

import static io.eventjobs.page.TestPages.told;
import static io.eventjobs.page.TestPages.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.facts.Person;
import io.eventjobs.page.link.PageLink;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Pages of frab, of Indico and of video platforms. */
class OtherSitesTest {
    @Test
    void readsAnEventOfFrab() {
        SessionPage page = read(
                "https://frab.test/en/conf25/public/events/9001",
                """
                <html lang="en"><head><title>Conf 25: Plain words</title></head><body><div id="event">
                <h1>Plain words</h1><p class="subtitle">And why</p>
                <p><time datetime="2025-03-01T11:00:00+01:00">11:00</time> – <time datetime="2025-03-01T11:45:00+01:00">11:45</time></p>
                <table><tr><td class="title">Room:</td><td>Saal 1</td></tr><tr><td class="title">Track:</td><td>Society</td></tr></table>
                <h4>Abstract</h4><p>First line<br>second line, which is about plain words and nothing else at all.</p>
                <h4>Speakers</h4><ul><li><a href="/en/conf25/public/speakers/77">Zoë Zürich</a></li></ul>
                <h4>Attached files</h4><ul><li><a href="/system/event_attachments/attachments/1/original/words.pdf?1740000000">Slides</a></li></ul>
                <ul><li><a href="https://video.test/9001">Video</a></li></ul></div></body></html>
                """);

        assertThat(told(page, FactName.TITLE)).isEqualTo("Plain words (adapter:frab)");
        assertThat(told(page, FactName.SUBTITLE)).isEqualTo("And why (adapter:frab)");
        assertThat(told(page, FactName.START)).isEqualTo("11:00 (adapter:frab)");
        assertThat(told(page, FactName.END)).isEqualTo("11:45 (adapter:frab)");
        assertThat(told(page, FactName.ZONE)).isEqualTo("+01:00 (adapter:frab)");
        assertThat(told(page, FactName.DATE)).isEqualTo("2025-03-01 (adapter:frab)");
        assertThat(told(page, FactName.ROOM)).startsWith("Saal 1 (");
        assertThat(told(page, FactName.TRACK)).startsWith("Society (");
        assertThat(values(page, FactName.SPEAKER)).containsExactly("Zoë Zürich");
        assertThat(values(page, FactName.VIDEO)).containsExactly("https://video.test/9001");
        assertThat(values(page, FactName.ATTACHMENT))
                .containsExactly(
                        "https://frab.test/system/event_attachments/attachments/1/original/words.pdf?1740000000");
        assertThat(told(page, FactName.SCHEDULE))
                .isEqualTo("https://frab.test/en/conf25/public/schedule.json (adapter:frab)");
        assertThat(page.markdown()).startsWith("First line").doesNotContain("Saal 1", "Zürich");
    }

    @Test
    void readsAContributionOfIndico() {
        SessionPage page = read(
                "https://indico.test/event/42/contributions/900077/",
                """
                <html><head><title>Example Physics Days: Counting what passes</title></head><body><div class="contribution-display">
                <h1 class="contribution-title">Counting what passes</h1>
                <div class="item-summary"><span class="time-info"><time datetime="2025-05-05T14:00:00+02:00">5 May 2025, 14:00</time></span>
                <span class="room-info">500/1-001</span></div>
                <div class="description" itemprop="description"><p>We count everything that passes, and tell how.</p></div>
                <ul><li class="speaker-item"><span class="name">Ada Example</span> <span class="affiliation">(Example Lab)</span></li></ul>
                <a class="attachment" href="/event/42/contributions/900077/attachments/1/2/count.pdf">count.pdf</a>
                </div></body></html>
                """);

        assertThat(told(page, FactName.TITLE)).isEqualTo("Counting what passes (adapter:indico)");
        assertThat(told(page, FactName.START)).isEqualTo("14:00 (adapter:indico)");
        assertThat(told(page, FactName.ROOM)).isEqualTo("500/1-001 (adapter:indico)");
        assertThat(page.facts().people()).containsExactly(new Person("Ada Example", "Example Lab", null, null));
        assertThat(values(page, FactName.ATTACHMENT))
                .containsExactly("https://indico.test/event/42/contributions/900077/attachments/1/2/count.pdf");
        assertThat(told(page, FactName.SCHEDULE))
                .isEqualTo("https://indico.test/export/event/42.json?detail=contributions (adapter:indico)");
        assertThat(page.markdown()).isEqualTo("We count everything that passes, and tell how.");
    }

    @Test
    void readsAFilmOfMediaCccDe() {
        SessionPage page = read(
                "https://media.ccc.de/v/example-opening",
                """
                <html><head><title>Opening - media.ccc.de</title><meta property="og:title" content="Opening">
                <meta property="og:video" content="https://cdn.media.ccc.de/opening.mp4"><link rel="canonical" href="https://media.ccc.de/v/example-opening">
                <meta property="og:description" content="We begin."></head><body><h1>Opening</h1>
                <p class="persons"><a href="/search?p=Ada+Example">Ada Example</a> and <a href="/search?p=Bo+Muster">Bo Muster</a></p>
                <video><source src="https://cdn.media.ccc.de/opening.webm" type="video/webm">
                <track src="https://static.media.ccc.de/opening.en.vtt" kind="subtitles" srclang="en"></video>
                <div class="description"><p>We begin, and say how the days will be.</p></div></body></html>
                """);

        assertThat(told(page, FactName.TITLE)).isEqualTo("Opening (adapter:video)");
        assertThat(values(page, FactName.SPEAKER)).containsExactly("Ada Example", "Bo Muster");
        assertThat(values(page, FactName.VIDEO))
                .containsExactly("https://cdn.media.ccc.de/opening.webm", "https://media.ccc.de/v/example-opening");
        assertThat(TestPages.addresses(page, PageLink.Kind.SUBTITLES))
                .containsExactly("https://static.media.ccc.de/opening.en.vtt");
        assertThat(page.markdown()).isEqualTo("We begin, and say how the days will be.");
    }

    @Test
    void readsFilmsOfPeerTubeYouTubeAndVimeo() {
        for (String address : new String[] {
            "https://tube.test/w/abcDEF123", "https://www.youtube.com/watch?v=abcdefghijk", "https://vimeo.com/123456"
        }) {
            SessionPage page = read(
                    address,
                    """
                    <html><head><title>Opening</title><meta property="og:title" content="Opening"><meta property="og:platform" content="PeerTube">
                    <meta property="og:video" content="https://player.test/embed/1"><meta property="og:description" content="We begin.">
                    <meta itemprop="uploadDate" content="2025-12-28T10:00:00Z"><link rel="canonical" href="%s"></head><body><div id="app"></div></body></html>
                    """
                            .formatted(address));

            assertThat(told(page, FactName.TITLE)).isEqualTo("Opening (adapter:video)");
            assertThat(told(page, FactName.ABSTRACT)).isEqualTo("We begin. (adapter:video)");
            assertThat(told(page, FactName.DATE)).isEqualTo("2025-12-28 (adapter:video)");
            assertThat(values(page, FactName.VIDEO)).containsExactly(address);
        }
    }

    @Test
    void knowsWhereSchedulesAre() {
        assertThat(schedule("<link rel=\"alternate\" type=\"application/xml\" href=\"/2025/schedule/xml\">"))
                .isEqualTo("https://conf.test/2025/schedule/xml (html)");
        assertThat(schedule("<a href=\"/camp/schedule/export/schedule.json\">JSON</a>"))
                .isEqualTo("https://conf.test/camp/schedule/export/schedule.json (html)");
        assertThat(schedule(
                        "<script src=\"https://sessionize.com/api/v2/abcd1234/view/GridSmart?under=True\"></script>"))
                .isEqualTo("https://sessionize.com/api/v2/abcd1234/view/All (html)");
        assertThat(schedule("<a href=\"/schedule/\">Schedule</a><a href=\"/data.json\">Data</a>"))
                .isNull();
    }

    private static String schedule(String link) {
        SessionPage page =
                read("https://conf.test/talks/1", "<html><head></head><body><h1>T</h1>" + link + "</body></html>");
        return page.facts().first(FactName.SCHEDULE).isEmpty() ? null : told(page, FactName.SCHEDULE);
    }

    private static SessionPage read(String address, String html) {
        return new PageReader()
                .read(new PageSource(html.getBytes(StandardCharsets.UTF_8), "utf-8", URI.create(address)));
    }
}
