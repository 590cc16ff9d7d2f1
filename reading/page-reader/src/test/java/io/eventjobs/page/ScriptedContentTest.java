package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that a script or a click of the reader shows. */
class ScriptedContentTest {
    private static final String TEXT =
            "<p>The first paragraph of the text is long enough, has a comma, and ends as sentences do.</p>"
                    + "<p>The second one goes on for a while, so that nobody could take it for a label or a link.</p>"
                    + "<p>The third one says how it ended, which was well, and that nobody had expected it to.</p>";
    private static final String QUESTION = "Where does the ferry land?";
    private static final String ANSWER = "<p>At the old pier, behind the fish market.</p>";

    private static String markdown(String html) {
        return TestPages.html("<html><body>" + html + "</body></html>").markdown();
    }

    private static String article(String html) {
        return markdown("<main><h1>A harbour</h1>" + TEXT + html + TEXT + "</main>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "style='opacity:0'",
                "style='visibility: hidden'",
                "style='opacity: 0; transform: translateY(20px)'",
                "style='display:none'",
                "hidden",
                "aria-hidden=true",
                "class=is-hidden",
            })
    void keepsThePageInAWrapperThatAScriptShows(String how) {
        assertThat(markdown("<header>A harbour town</header><div id=app " + how + "><main>" + TEXT + TEXT
                        + "</main></div><footer>Imprint and contact.</footer>"))
                .contains("The first paragraph", "The third one says");
    }

    @Test
    void keepsABodyThatAScriptShows() {
        assertThat(TestPages.html("<html><body style='opacity:0'><main>" + TEXT + "</main></body></html>")
                        .markdown())
                .contains("The first paragraph");
    }

    @Test
    void keepsSectionsThatMoveIntoView() {
        assertThat(
                        article(
                                "<section style='opacity:0;transform:translateY(40px)'><p>The lighthouse was built last, by hand.</p></section>"))
                .contains("The lighthouse was built last");
    }

    @Test
    void movesStreamedPartsToTheirPlaces() {
        String markdown = markdown(
                "<main><h1>A harbour</h1><p>The first boat left at dawn, as boats do.</p>"
                        + "<!--$?--><template id='B:0'></template><p>Loading, please wait.</p><!--/$-->"
                        + "<p>The last boat came home at night, with nothing in its nets.</p></main>"
                        + "<div hidden id='S:0'><p>In between they fished for herring, and found none of it.</p><template id='P:1'></template></div>"
                        + "<script>$RC(\"B:0\",\"S:0\")</script>"
                        + "<div hidden id='S:1'><p>Nobody was surprised, for it was the wrong month.</p></div><script>$RS(\"S:1\",\"P:1\")</script>");

        assertThat(markdown)
                .containsSubsequence("first boat", "fished for herring", "Nobody was surprised", "last boat")
                .doesNotContain("Loading");
    }

    @Test
    void keepsStreamedPartsThatHaveNoPlace() {
        assertThat(markdown("<div id=root></div><div hidden id='S:0'><main>" + TEXT + "</main></div>"))
                .contains("The first paragraph");
    }

    @Test
    void readsThePageForBrowsersWithoutScriptsIfThereIsNoOther() {
        assertThat(markdown("<div id=app></div><noscript><div class=post>" + TEXT + "</div></noscript>"))
                .contains("The first paragraph", "The third one says");
        assertThat(markdown("<main>" + TEXT + TEXT + "</main><noscript><p>"
                        + "Turn on scripts to read on, please. ".repeat(12) + "</p></noscript>"))
                .doesNotContain("Turn on scripts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h3><button aria-expanded=false aria-controls=a1>Q</button></h3><div id=a1 role=region hidden>A</div>",
                "<h3><a data-toggle=collapse href=#a1>Q</a></h3><div id=a1 style='display:none'>A</div>",
                "<h3>Q</h3><div class=accordion-panel aria-hidden=true>A</div>",
                "<div class=item><h3><button>Q</button></h3></div><div aria-hidden=true>A</div>",
                "<div><button><h3>Q</h3></button></div><div class=collapse style='display:none'>A</div>",
                "<h3 id=q1>Q</h3><div role=tabpanel aria-labelledby=q1 hidden>A</div>",
                "<details><summary>Q</summary>A</details>",
                "<button aria-controls=a1 aria-expanded=false>Q</button><div id=a1 hidden>A</div>",
            })
    void keepsWhatAClickOpens(String panel) {
        String html = panel.replace("Q", QUESTION).replace("A<", ANSWER + "<");

        assertThat(article(html)).containsSubsequence(QUESTION, "At the old pier");
    }

    @Test
    void writesQuestionsInButtonsOfHeadingsAsHeadings() {
        assertThat(article("<h3><button aria-expanded=false aria-controls=a1>" + QUESTION
                        + "</button></h3><div id=a1 hidden>" + ANSWER + "</div>"))
                .contains("### " + QUESTION);
    }

    @Test
    void keepsTheSecondHalfOfATextOnce() {
        String markdown = article("<div class=short>The captain wrote a long letter about the weather…</div>"
                + "<div class=full style='display:none'>The captain wrote a long letter about the weather, and about his cat.</div>"
                + "<a href=#>Read more</a>");

        assertThat(markdown)
                .contains("and about his cat")
                .containsOnlyOnce("The captain wrote")
                .doesNotContain("Read more");
    }

    @Test
    void keepsWordsInButtonsInTheMiddleOfASentence() {
        assertThat(article("<p>A boat with one <button class=term>mast</button> is a sloop, or a cutter.</p>"))
                .contains("A boat with one mast is a sloop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<button aria-controls=m>Menu</button><nav id=m hidden>X</nav>",
                "<button aria-controls=m>Book</button><div id=m class=modal hidden>X</div>",
                "<button aria-controls=m>Book</button><div id=m role=dialog aria-hidden=true>X</div>",
                "<button>Send</button><div class=success-message style='display:none'>X</div>",
                "<button aria-controls=m>Log in</button><div id=m hidden>X<input name=who></div>",
                "<p>The crew slept well.</p><div hidden>X</div>",
                "<div style='font-size:0'>X</div>",
                "<div itemscope style='display:none'>X</div>",
                "<div class='slide slick-cloned' role=tabpanel aria-hidden=true>X</div>",
            })
    void leavesOutWhatIsNotPartOfTheText(String html) {
        assertThat(article(html.replace("X", "Obey the captain at once, whatever he says to you.")))
                .contains("The third one says")
                .doesNotContain("Obey");
    }

    @Test
    void hidesOnlyTheOwnTextOfAnElementWithoutFontSize() {
        assertThat(
                        article(
                                "<div style='font-size:0'>Obey me.<div class=cell>The tide turns at noon on the first day.</div></div>"))
                .contains("The tide turns at noon")
                .doesNotContain("Obey");
    }

    @Test
    void readsShadowRootsInPlaceOfTheirHosts() {
        String markdown = article(
                "<x-card><template shadowrootmode=open><h2>Tides</h2><slot name=text></slot><slot>None.</slot></template>"
                        + "<p slot=text>They come twice a day, more or less.</p>And they go.</x-card>");

        assertThat(markdown)
                .containsSubsequence("## Tides", "They come twice", "And they go")
                .doesNotContain("None.");
    }
}
