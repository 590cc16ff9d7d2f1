package io.eventjobs.page.link;

import static io.eventjobs.page.TestPages.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.eventjobs.page.SessionPage;
import io.eventjobs.page.TestPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkFinderTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.test/talk.pdf, Slides, SLIDES",
        "https://a.test/talk.pdf, Paper, ATTACHMENT",
        "https://a.test/slides/talk.odp?download=1, File, SLIDES",
        "https://speakerdeck.com/a/b, Talk, SLIDES",
        "https://a.test/code.tar.gz, Code, ATTACHMENT",
        "https://a.test/talk.av1.webm, Film, VIDEO",
        "https://www.youtube.com/watch?v=1, Film, VIDEO",
        "https://vimeo.com/1234, Film, VIDEO",
        "https://vimeo.com/about, Vimeo, LINK",
        "https://a.test/talk.vtt, Text, SUBTITLES",
        "https://a.test/talk.ics, Calendar, SERVICE",
        "https://a.test/x, Submit Feedback, SERVICE",
        "https://example.key, A host, LINK",
        "https://a.test/x, Somewhere, LINK",
    })
    void classifiesLinks(String address, String text, PageLink.Kind kind) {
        assertThat(PageLinkClassifier.of(address, text)).isEqualTo(kind);
    }

    @Test
    void leavesAddressesAsTheyAreWritten() {
        SessionPage page = TestPages.html("<main><a href='https://A.test/a b/%7Ex/(1)?q=ä&amp;r=1#s'>one</a>"
                + "<a href='../x.html?a=b;c'>two</a><a href='//b.test/y'>three</a></main>");

        assertThat(addresses(page, PageLink.Kind.LINK))
                .containsExactly(
                        "https://A.test/a b/%7Ex/(1)?q=ä&r=1#s",
                        "https://conf.test/2025/schedule/event/x.html?a=b;c", "https://b.test/y");
    }

    @Test
    void resolvesAgainstTheBaseOfThePage() {
        SessionPage page = TestPages.html("<head><base href='https://other.test/dir/'></head><body><main>"
                + "<a href='file.zip'>All</a></main></body>");

        assertThat(addresses(page, PageLink.Kind.ATTACHMENT)).containsExactly("https://other.test/dir/file.zip");
    }

    @Test
    void findsFilesThatThePageEmbeds() {
        SessionPage page = TestPages.html("<main><object data='/a.pdf'></object><embed src='/b.pdf'>"
                + "<iframe src='/slides/c.pdf'></iframe><iframe src='/other.html'></iframe></main>");

        assertThat(addresses(page, PageLink.Kind.ATTACHMENT))
                .containsExactly("https://conf.test/a.pdf", "https://conf.test/b.pdf");
        assertThat(addresses(page, PageLink.Kind.SLIDES)).containsExactly("https://conf.test/slides/c.pdf");
        assertThat(addresses(page, PageLink.Kind.LINK)).isEmpty();
    }

    @Test
    void leavesOutNavigationButNoFiles() {
        SessionPage page = TestPages.html(
                "<nav><a href=/home>Home</a><a href=/all.pdf>All slides</a></nav>"
                        + "<main><a href=/more>More of it</a><a href=#top>Top</a></main><footer><a href=/imprint>Imprint</a></footer>");

        assertThat(page.links())
                .extracting(PageLink::address)
                .containsExactly("https://conf.test/all.pdf", "https://conf.test/more");
    }

    @Test
    void findsPlayersFilmsAndTracks() {
        SessionPage page =
                TestPages.html("<main><video src=/a.mp4><source src=/b.webm><track src=/t srclang=de></video>"
                        + "<iframe src='https://www.youtube-nocookie.com/embed/xyz'></iframe>"
                        + "<iframe src='https://ads.test/banner'></iframe></main>");

        assertThat(addresses(page, PageLink.Kind.VIDEO))
                .containsExactly(
                        "https://conf.test/a.mp4",
                        "https://conf.test/b.webm",
                        "https://www.youtube-nocookie.com/embed/xyz");
        assertThat(page.links(PageLink.Kind.SUBTITLES))
                .containsExactly(new PageLink("https://conf.test/t", "de", PageLink.Kind.SUBTITLES));
    }

    @Test
    void tellsTracksByTheirKind() {
        SessionPage page = TestPages.html("<main><video src=/a.mp4>"
                + "<track src=/none><track kind=subtitles src=/s srclang=fr label=French>"
                + "<track kind=CAPTIONS src=/c srclang=en label='English CC' default>"
                + "<track kind=chapters src=/ch srclang=en><track kind=metadata src=/m><track kind=descriptions src=/d>"
                + "</video></main>");

        assertThat(page.links(PageLink.Kind.SUBTITLES))
                .extracting(PageLink::address, PageLink::text)
                .containsExactly(
                        tuple("https://conf.test/none", ""),
                        tuple("https://conf.test/s", "fr French"),
                        tuple("https://conf.test/c", "en English CC (default)"));
        assertThat(addresses(page, PageLink.Kind.CHAPTERS)).containsExactly("https://conf.test/ch");
        assertThat(page.links())
                .extracting(PageLink::address)
                .doesNotContain("https://conf.test/m", "https://conf.test/d");
    }

    @Test
    void findsTheChaptersOfPodcastsInHeadAndText() {
        SessionPage page = TestPages.html("<head><link rel=alternate type='application/json+chapters' href=/head.json>"
                + "</head><main><a type='application/json+chapters' href=/body.json>Chapters</a></main>");

        assertThat(addresses(page, PageLink.Kind.CHAPTERS))
                .containsExactlyInAnyOrder("https://conf.test/head.json", "https://conf.test/body.json");
    }

    @Test
    void labelsEachAddressByItsFirstTextElseByItsImage() {
        SessionPage page = TestPages.html("<main><a href=/x><img src=i.png alt=Picture></a><a href=/x>Words</a>"
                + "<a href=/x>More words</a><a href=/y><img src=i.png alt=Portrait></a></main>");

        assertThat(page.links()).extracting(PageLink::text).containsExactly("Words", "Portrait");
    }
}
