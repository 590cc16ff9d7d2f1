package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the names of elements decide: a name is a hint, which markup and text around it may contradict. */
class NamedElementsTest {
    private static final String TEXT =
            "<p>The first paragraph of the text is long enough, has a comma, and ends as sentences do.</p>"
                    + "<p>The second one goes on for a while, so that nobody could take it for a label or a link.</p>"
                    + "<p>The third one says how it ended, which was well, and that nobody had expected it to.</p>";

    private static String markdown(String html) {
        return TestPages.html("<html><body><main>" + TEXT + html + TEXT + "</main></body></html>")
                .markdown();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a class=popup-link href=/k>kelp</a>",
                "<span class=tooltip>kelp</span>",
                "<a class=inline-recommendation href=/k>kelp</a>",
                "<span class=more>kelp</span>",
                "<em class=share>kelp</em>",
                "<span class='glossary tooltip'><a class=related href=/k>kelp</a></span>",
            })
    void keepsNamedWordsInTheMiddleOfASentence(String word) {
        assertThat(markdown("<p>The largest harvests of the year were of " + word + ", of dulse, and of laver.</p>"))
                .containsPattern("harvests of the year were of \\W*kelp\\b.*, of dulse");
        assertThat(markdown("<ul><li>Dried " + word + "</li><li>Fresh laver, as much as there is.</li></ul>"))
                .containsPattern("Dried \\W*kelp");
    }

    @Test
    void dropsAnInlineElementThatIsALineByItself() {
        assertThat(markdown("<div><a class=popup href=/n>Join the club of the tide</a></div>"))
                .doesNotContain("Join the club");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pre><code>tide();<span class='token comment'> // twice a day</span>\nebb();</code></pre>",
                "<pre class=toc><span class=hljs-comment> // twice a day</span>\nebb();</pre>",
                "<pre><code><div class=line><span id=next-tide> // twice a day</span></div><div class=line>ebb();</div></code></pre>",
                "<div class=code><pre><code><span class=advert> // twice a day</span>\nebb();</code></pre></div>",
            })
    void keepsCodeWhateverItsPartsAreCalled(String code) {
        assertThat(markdown(code)).contains("// twice a day", "ebb();");
    }

    @Test
    void keepsALineOfCodeThatReadsLikeABoilerplatePhrase() {
        assertThat(markdown("<pre><code><div>share</div><div>comments</div></code></pre>"))
                .contains("share", "comments");
    }

    @ParameterizedTest
    @CsvSource({
        "next-steps, Next steps",
        "pros-and-cons-of-avis, Pros and cons of Avis",
        "sharing-with-social-shopping, Sharing with social shopping",
        "widgets-and-ads, Widgets and ads",
    })
    void keepsSectionsWhoseIdIsMadeOfTheirHeading(String id, String heading) {
        assertThat(
                        markdown(
                                "<section id=" + id + "><h2>" + heading + "</h2>"
                                        + "<p>Take the <a href=/boat>boat</a> at noon, and be back before the tide turns.</p></section>"))
                .contains("## " + heading, "at noon");
        assertThat(markdown("<h2 id=" + id + ">" + heading + "</h2><p>Take the boat at noon.</p>"))
                .contains("## " + heading, "at noon");
    }

    @Test
    void keepsASectionWithAnIdOfOneWordOnAPageThatMakesAllIdsOfHeadings() {
        String sections = "<section id=install><h2>Install</h2><p>Put it beside the other one, and wait.</p></section>"
                + "<section id=usage><h2>Usage</h2><p>Turn it to the left, then to the right.</p></section>"
                + "<section id=cookies><h2>Cookies</h2><p>The jar holds twelve of them, see <a href=/jar>jars</a>.</p></section>";

        assertThat(markdown(sections)).contains("## Cookies", "The jar holds twelve");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "has-ads", "section--has-ads", "with-sidebar", "hide-from-toc", "no-comments", "section--related",
                        "md:sidebar",
                "cmp-text", "entry-header", "views-row", "search-results", "content-search", "accordion-header",
                        "skip-item",
                "text-widget", "alert", "callout", "slider", "carousel", "jobs"
            })
    void keepsTextInAnElementThatANameSaysSomethingElseAbout(String name) {
        assertThat(markdown("<div class='" + name
                        + "'><p>The harbour master keeps a list of all boats, even of sunken ones.</p></div>"))
                .contains("The harbour master");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ads",
                "related-posts",
                "newsletter",
                "site-header",
                "sidebar",
                "share-bar",
                "widget",
                "more",
                "carousel"
            })
    void dropsWhatANameSaysIsBoilerplate(String name) {
        assertThat(markdown("<div class=" + name
                        + "><a href=/h>The harbour master keeps a list of all boats, even of sunken ones.</a></div>"))
                .doesNotContain("The harbour master");
    }

    @Test
    void keepsThePostsOfABlogThatNamesThemByTheirCategories() {
        assertThat(markdown(
                        "<div class='post-12 hentry status-publish category-related tag-social'><p>A post about boats, "
                                + "with <a href=/b>a picture</a> of one that had sunk long ago.</p></div>"))
                .contains("A post about boats");
    }

    @Test
    void doesNotBelieveAWordThatIsOnMostParagraphs() {
        String block =
                "<div class=promo-block><p>Boat number # lies at the <a href=/pier>pier</a>, and is painted in two colours.</p></div>";

        assertThat(TestPages.html("<main><h1>Boats</h1>" + block.repeat(6) + "</main>")
                        .markdown())
                .contains("Boat number #");
    }
}
