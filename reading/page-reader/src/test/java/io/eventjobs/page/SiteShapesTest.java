package io.eventjobs.page;

import static io.eventjobs.page.TestPages.addresses;
import static io.eventjobs.page.TestPages.told;
import static io.eventjobs.page.TestPages.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.page.facts.Fact;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.facts.Person;
import io.eventjobs.page.link.PageLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Page layouts of several conference systems, years and languages. */
class SiteShapesTest {
    @Test
    void readsFosdemPagesOf2013() {
        SessionPage page = shape("fosdem13", "https://archive.fosdem.org/2013/schedule/event/small/");

        assertThat(told(page, FactName.TITLE)).isEqualTo("Small kernels, large hopes (adapter:fosdem)");
        assertThat(told(page, FactName.EVENT)).isEqualTo("FOSDEM 2013 (adapter:fosdem)");
        assertThat(told(page, FactName.DATE)).isEqualTo("2013-02-03 (adapter:fosdem)");
        assertThat(told(page, FactName.START)).isEqualTo("10:30 (adapter:fosdem)");
        assertThat(told(page, FactName.END)).isEqualTo("11:15 (adapter:fosdem)");
        assertThat(told(page, FactName.TRACK)).isEqualTo("Microkernels devroom (adapter:fosdem)");
        assertThat(told(page, FactName.ROOM)).isEqualTo("K.4.201 (adapter:fosdem)");
        assertThat(values(page, FactName.SPEAKER)).containsExactly("Ada Example", "Bo Muster");
        assertThat(values(page, FactName.ATTACHMENT)).hasSize(2);
        assertThat(addresses(page, PageLink.Kind.SLIDES))
                .singleElement()
                .asString()
                .endsWith("/small.pdf");
        assertThat(addresses(page, PageLink.Kind.VIDEO))
                .containsExactly("http://video.fosdem.org/2013/devrooms/small.webm");
        assertThat(told(page, FactName.SCHEDULE))
                .isEqualTo("https://archive.fosdem.org/2013/schedule/xml (adapter:fosdem)");
        assertThat(page.markdown()).endsWith("We measure what messages cost.").doesNotContain("Speakers");
    }

    @Test
    void readsFosdemPagesOfTheOnlineEdition() {
        SessionPage page = shape("fosdem22", "https://fosdem.org/2022/schedule/event/v/");

        assertThat(told(page, FactName.ROOM)).isEqualTo("D.go (adapter:fosdem)");
        assertThat(told(page, FactName.ZONE)).isEqualTo("+01:00 (adapter:fosdem)");
        assertThat(values(page, FactName.SPEAKER)).containsExactly("Dee \"d\" O'Person");
        assertThat(values(page, FactName.VIDEO))
                .containsExactly(
                        "https://video.fosdem.org/2022/D.go/virtual.webm",
                        "https://video.fosdem.org/2022/D.go/virtual.mp4");
        assertThat(addresses(page, PageLink.Kind.SERVICE)).contains("https://live.fosdem.org/watch/dgo");
    }

    @Test
    void readsPretalxInFrench() {
        SessionPage page = shape("pretalx-now", "https://p.test/je25/talk/AB3DE7/");

        assertThat(told(page, FactName.TITLE)).isEqualTo("Des bases simples (adapter:pretalx)");
        assertThat(told(page, FactName.DATE)).isEqualTo("2025-03-08 (adapter:pretalx)");
        assertThat(told(page, FactName.START)).isEqualTo("14:15 (adapter:pretalx)");
        assertThat(told(page, FactName.END)).isEqualTo("15:00 (adapter:pretalx)");
        assertThat(told(page, FactName.ZONE)).isEqualTo("Europe/Paris (adapter:pretalx)");
        assertThat(told(page, FactName.ROOM)).isEqualTo("Salle Verte (adapter:pretalx)");
        assertThat(values(page, FactName.SPEAKER)).containsExactly("Änne Müsterière", "Bo Beispiel");
        assertThat(page.facts().people())
                .containsExactly(new Person(
                        "Änne Müsterière", null, "Änne lit des bases.", "https://p.test/je25/speaker/QRS123/"));
        assertThat(addresses(page, PageLink.Kind.SLIDES))
                .containsExactly("https://p.test/media/je25/submissions/AB3DE7/resources/bases_x1.pdf");
        assertThat(addresses(page, PageLink.Kind.LINK)).doesNotContain("https://p.test/je25/talk/ZZZ999/");
    }

    @Test
    void readsTheFirstSlotOfARepeatedTalkAcrossMidnight() {
        SessionPage page = shape("pretalx-two", "https://p.test/bt25/talk/CD3DE7/");

        assertThat(told(page, FactName.DATE)).isEqualTo("2025-03-08 (adapter:pretalx)");
        assertThat(told(page, FactName.START)).isEqualTo("23:30 (adapter:pretalx)");
        assertThat(told(page, FactName.END)).isEqualTo("00:15 (adapter:pretalx)");
        assertThat(told(page, FactName.ROOM)).isEqualTo("Saal Grün (adapter:pretalx)");
    }

    @Test
    void readsPretalxPagesOf2019() {
        SessionPage page = shape("pretalx-old", "https://p.test/camp2019/talk/EF3DE7/");

        assertThat(told(page, FactName.TITLE)).isEqualTo("Alte Zeiten (adapter:pretalx)");
        assertThat(told(page, FactName.DATE)).isEqualTo("2019-08-21 (adapter:pretalx)");
        assertThat(told(page, FactName.START)).isEqualTo("14:15 (adapter:pretalx)");
        assertThat(told(page, FactName.ZONE)).isEqualTo("Europe/Berlin (adapter:pretalx)");
        assertThat(told(page, FactName.ROOM)).isEqualTo("Zelt Süd (adapter:pretalx)");
        assertThat(page.facts().all(FactName.SPEAKER))
                .containsExactly(new Fact("Cleo Muster", "adapter:pretalx", "https://p.test/camp2019/speaker/ABCDEF/"));
    }

    @Test
    void readsFrabWithCards() {
        SessionPage page = shape("frab", "https://frab.test/de/conf25/public/events/9001");

        assertThat(told(page, FactName.TITLE)).isEqualTo("Plain words (adapter:frab)");
        assertThat(told(page, FactName.TRACK)).isEqualTo("Society (adapter:frab)");
        assertThat(told(page, FactName.ROOM)).isEqualTo("Saal 1 (adapter:frab)");
        assertThat(told(page, FactName.END)).isEqualTo("00:15 (adapter:frab)");
        assertThat(values(page, FactName.SPEAKER)).containsExactly("Zoë Zürich", "Dan Muster");
        assertThat(page.markdown()).isEqualTo("First line\\\nsecond line.\n\nMore of it.");
        assertThat(page.links()).extracting(PageLink::text).doesNotContain("Another talk");
    }

    @Test
    void readsIndicoWithoutTakingAuthorsForSpeakers() {
        SessionPage page = shape("indico", "https://indico.test/event/42/contributions/77/");

        assertThat(told(page, FactName.TITLE)).isEqualTo("Counting what passes (adapter:indico)");
        assertThat(told(page, FactName.EVENT)).isEqualTo("Example Physics Days (adapter:indico)");
        assertThat(told(page, FactName.DATE)).isEqualTo("2025-05-05 (adapter:indico)");
        assertThat(told(page, FactName.START)).isEqualTo("14:00 (adapter:indico)");
        assertThat(told(page, FactName.TRACK)).isEqualTo("Detectors (adapter:indico)");
        assertThat(told(page, FactName.TYPE)).isEqualTo("Talk (adapter:indico)");
        assertThat(values(page, FactName.SPEAKER)).containsExactly("Ada Example", "Bo Muster");
        assertThat(addresses(page, PageLink.Kind.ATTACHMENT))
                .containsExactly("https://indico.test/event/42/contributions/77/attachments/1/2/count.pdf");
        assertThat(addresses(page, PageLink.Kind.VIDEO)).containsExactly("https://youtu.be/abcdefghijk");
    }

    @Test
    void readsASessionThatSessionizeEmbeds() {
        SessionPage page = TestPages.html(
                """
                <html lang="en"><head><title>Agenda</title><script src="https://sessionize.com/api/v2/abcd1234/view/Sessions"></script></head>
                <body><main><div class="sz-session sz-session--full" data-sessionid="101"><h3 class="sz-session__title">
                <a href="#">Clouds for all</a></h3><div class="sz-session__room" data-roomid="7">Blue</div>
                <div class="sz-session__time" data-sztz="DayTime|en|2025-09-01T10:00:00+02:00|2025-09-01T10:45:00+02:00">Mon 10:00 - 10:45</div>
                <ul class="sz-session__speakers"><li data-speakerid="u1"><a href="#">Ada Example</a></li><li><a href="#">Bo Muster</a></li></ul>
                <p class="sz-session__description">Clouds rise for everybody.</p></div></main></body></html>
                """);

        assertThat(told(page, FactName.TITLE)).isEqualTo("Clouds for all (adapter:sessionize)");
        assertThat(told(page, FactName.ROOM)).isEqualTo("Blue (adapter:sessionize)");
        assertThat(told(page, FactName.DATE)).isEqualTo("2025-09-01 (adapter:sessionize)");
        assertThat(told(page, FactName.START)).isEqualTo("10:00 (adapter:sessionize)");
        assertThat(told(page, FactName.END)).isEqualTo("10:45 (adapter:sessionize)");
        assertThat(values(page, FactName.SPEAKER)).containsExactly("Ada Example", "Bo Muster");
        assertThat(told(page, FactName.SCHEDULE)).isEqualTo("https://sessionize.com/api/v2/abcd1234/view/All (html)");
        assertThat(page.markdown()).isEqualTo("Clouds rise for everybody.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1 class=\"c-s-session__title\">Clouds for all</h1>",
                "<h3 class=\"c-s-session__title\"><a href=\"/s/ada/clouds/42\">Clouds for all</a></h3>",
                "<h1>Clouds for all</h1>"
            })
    void readsATalkOnSessionizeItself(String title) {
        SessionPage page = TestPages.html(
                "<html lang=en><head><title>Clouds for all - Sessionize</title></head><body>"
                        + "<header><a href=/>Sessionize</a></header><div class=c-s-session>" + title
                        + "<p class=c-s-session__summary>Clouds rise for everybody.<br><br>They fall as rain.</p></div>"
                        + "<div class=c-s-speaker-info><h3 class=c-s-speaker-info__name>Ada Example</h3>"
                        + "<p class=c-s-speaker-info__tagline>Looks at the sky</p></div>"
                        + "<ul class=c-s-links><li><a class=c-s-links__link href=https://ada.example/>Blog</a></li></ul></body></html>");

        assertThat(told(page, FactName.TITLE)).isEqualTo("Clouds for all (adapter:sessionize)");
        assertThat(values(page, FactName.SPEAKER)).containsExactly("Ada Example");
        assertThat(page.markdown()).isEqualTo("Clouds rise for everybody.\n\nThey fall as rain.");
    }

    @Test
    void aProfileOnSessionizeWithSeveralTalksIsNoTalk() {
        String talk = "<div class=c-s-session><h3 class=c-s-session__title>A talk</h3>"
                + "<p class=c-s-session__summary>What it is about.</p></div>";

        SessionPage page = TestPages.html("<html><head><title>Ada</title></head><body><main>"
                + "<h1 class=c-s-speaker-info__name>Ada Example</h1>" + talk + talk + "</main></body></html>");

        assertThat(page.facts().all(FactName.TITLE)).extracting(Fact::source).doesNotContain("adapter:sessionize");
    }

    @Test
    void readsAMediaCccDeVideoWithoutItsSuggestions() {
        SessionPage page = shape("ccc", "https://media.ccc.de/v/c1-opening");

        assertThat(told(page, FactName.SUBTITLE)).isEqualTo("of the first day (adapter:video)");
        assertThat(told(page, FactName.DATE)).isEqualTo("2024-12-27 (adapter:video)");
        assertThat(values(page, FactName.SPEAKER)).containsExactly("Ada Example", "Bo Muster", "Cleo Third");
        assertThat(page.markdown()).startsWith("We begin,").endsWith("[link](https://c1.test).");
        assertThat(addresses(page, PageLink.Kind.VIDEO))
                .containsExactly(
                        "https://cdn.media.ccc.de/c1/h264-hd/opening_hd.mp4",
                        "https://cdn.media.ccc.de/c1/webm-hd/opening.webm");
        assertThat(addresses(page, PageLink.Kind.SUBTITLES))
                .containsExactly(
                        "https://static.media.ccc.de/c1/opening.en.vtt",
                        "https://static.media.ccc.de/c1/opening.en.srt");
    }

    @Test
    void findsTheTalkOfThePageAmongAllOfAnEventInJsonLd() {
        SessionPage page = shape("jsonld", "https://dd.test/talks/great");

        assertThat(told(page, FactName.ABSTRACT)).isEqualTo("What is great & why. (json-ld)");
        assertThat(told(page, FactName.EVENT)).isEqualTo("DevDays 2026 (json-ld)");
        assertThat(told(page, FactName.ROOM)).isEqualTo("Room 7 (json-ld)");
        assertThat(told(page, FactName.ZONE)).isEqualTo("+02:00 (json-ld)");
        assertThat(page.facts().all(FactName.SPEAKER))
                .containsExactly(
                        new Fact("Ada Example", "json-ld", "https://ada.test"), new Fact("Bo Muster", "json-ld"));
        assertThat(page.facts().people())
                .containsExactly(new Person("Ada Example", "Example Lab", "Ada does.", "https://ada.test"));
        assertThat(values(page, FactName.SLIDES)).containsExactly("https://dd.test/great.pdf");
        assertThat(values(page, FactName.VIDEO))
                .containsExactly("https://dd.test/v/great.mp4", "https://www.youtube.com/embed/abcdefghijk");
    }

    @Test
    void readsLabelsInTwitterCards() {
        SessionPage page = shape("og", "https://x.test/t/1");

        assertThat(told(page, FactName.TITLE)).isEqualTo("Talk of talks (opengraph)");
        assertThat(told(page, FactName.EVENT)).isEqualTo("Event X (opengraph)");
        assertThat(values(page, FactName.SPEAKER)).containsExactly("Ada Example");
        assertThat(values(page, FactName.VIDEO)).containsExactly("https://x.test/v/1.mp4");
    }

    @Test
    void readsVideoDescriptionsCompletely() {
        SessionPage tube = shape("peertube", "https://tube.example.org/w/9kZqg");
        SessionPage youTube = shape("youtube", "https://www.youtube.com/watch?v=abcdefghijk");
        SessionPage vimeo = shape("vimeo", "https://vimeo.com/123456");

        assertThat(told(tube, FactName.ABSTRACT)).isEqualTo("All about tubes, and more. (adapter:video)");
        assertThat(told(tube, FactName.DATE)).isEqualTo("2025-02-01 (adapter:video)");
        assertThat(youTube.markdown()).startsWith("A key talk.\n\nChapters:\\\n00:00 Start\\\n10:00 Middle");
        assertThat(addresses(youTube, PageLink.Kind.SLIDES)).containsExactly("https://conf.test/keys.pdf");
        assertThat(told(youTube, FactName.START)).isEqualTo("nothing");
        assertThat(told(youTube, FactName.EVENT)).isEqualTo("nothing");
        assertThat(told(vimeo, FactName.ABSTRACT)).isEqualTo("A talk on films. (adapter:video)");
    }

    @Test
    void acceptsNoHostileFacts() {
        SessionPage page = TestPages.html(
                """
                <html><head><title>Conf - Talk</title></head><body><div id="pagetitles"><h1>Talk &lt;script&gt;alert(1)&lt;/script&gt;</h1></div>
                <ul class="side-box"><li><strong>Room</strong>: %s</li><li><strong>Track</strong>: <a href="javascript:alert(2)">Safe</a></li></ul>
                <div class="event-abstract"><p>Words.</p><script>alert(3)</script></div>
                <a href="/2025/schedule/speaker/x/"><b onclick="alert(4)">Ada</b> Example</a>
                <ul class="event-attachments"><li><a href="javascript:alert(5)">Slides</a></li><li><a href="data:text/html,x">Data</a></li>
                <li><a href="file:///etc/passwd">File</a></li></ul><div class="video"><video><source src="javascript:alert(6)"></video></div></body></html>
                """
                        .formatted("x".repeat(50_000)));

        assertThat(told(page, FactName.TITLE)).isEqualTo("Talk <script>alert(1)</script> (adapter:fosdem)");
        assertThat(values(page, FactName.SPEAKER)).containsExactly("Ada Example");
        assertThat(page.facts().all(FactName.TRACK)).containsExactly(new Fact("Safe", "adapter:fosdem"));
        assertThat(values(page, FactName.ATTACHMENT)).isEmpty();
        assertThat(values(page, FactName.VIDEO)).isEmpty();
        assertThat(values(page, FactName.ROOM)).isEmpty();
        assertThat(page.links()).extracting(PageLink::address).noneMatch(address -> !address.startsWith("http"));
        assertThat(page.markdown()).isEqualTo("Words.");
    }

    private static SessionPage shape(String name, String address) {
        return TestPages.file("shapes/" + name + ".html", address);
    }
}
