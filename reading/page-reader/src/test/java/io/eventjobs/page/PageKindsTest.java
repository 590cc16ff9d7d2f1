package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content extraction for several kinds of pages. Whole pages of more kinds are in the corpus of {@code event-jobs score}. */
class PageKindsTest {
    private static final String TEXT =
            "<p>The first paragraph of the text is long enough, has a comma, and ends as sentences do.</p>"
                    + "<p>The second one goes on for a while, so that nobody could take it for a label or a link.</p>"
                    + "<p>The third one says how it ended, which was well, and that nobody had expected it to.</p>";

    private static String markdown(String html) {
        return TestPages.html("<html><body>" + html + "</body></html>").markdown();
    }

    private static String post(String author, String text) {
        return "<div class=message><div class=who>" + author
                + "</div><div class=when>3 May, 10:11</div><h3>Re: Which glue?</h3><div class=said>" + text
                + "</div><div class=likes>4 likes</div></div>";
    }

    @Test
    void keepsAllPostsOfAThreadWithoutTheirBoilerplate() {
        String markdown = markdown("<div class=thread>"
                + post("Ash", "Which glue holds wood that stands in the rain, and for how long does it hold?")
                + post("Birch", "Thanks!")
                + post("Cedar", "I have used the brown one for years. It holds, as long as the joint is tight.")
                + post("Dogwood", "The white one is fine, too, if you paint the edges. Mine is out there since 2009.")
                + "<div class=tail>Page 1 of 1</div></div>");

        assertThat(markdown)
                .contains("Which glue holds wood", "Thanks!", "I have used the brown one", "The white one is fine")
                .doesNotContain("Ash", "3 May", "likes", "Page 1", "Re:");
    }

    @Test
    void keepsTheLeadOutsideTheText() {
        assertThat(markdown("<div><h1>A title</h1><p>A lead says what it is all about, in one sentence and a half.</p>"
                        + "<div class=article-text>" + TEXT + TEXT + TEXT + "</div></div>"))
                .startsWith("A lead says what it is all about");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 Comments",
                "Comments (12)",
                "Leave a Reply",
                "Kommentare",
                "2 Gedanken zu „Leim“",
                "コメント",
                "Комментарии (4)",
                "评论"
            })
    void leavesOutASectionOfReaderComments(String heading) {
        assertThat(
                        markdown(
                                "<div>" + TEXT + "<div><h3>" + heading
                                        + "</h3><div><p>I do not agree at all, and I have read it twice, which is once more than you.</p></div></div></div>"))
                .contains("The third one says")
                .doesNotContain("I do not agree");
    }

    @Test
    void keepsASectionAboutComments() {
        assertThat(
                        markdown(
                                "<main>" + TEXT
                                        + "<h2>Comments in code</h2><p>A comment says why something is done, never what is done there.</p></main>"))
                .contains("A comment says why");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Das könnte Sie auch interessieren", "You may also like", "À lire aussi", "関連記事", "Читайте также"
            })
    void leavesOutBoxesThatLeadElsewhere(String heading) {
        assertThat(
                        markdown(
                                "<div>" + TEXT + "<div><div>" + heading
                                        + "</div><div><a href=/1>A bridge is closed</a> until the end of the month, says the town hall.</div></div></div>"))
                .contains("The third one says")
                .doesNotContain("A bridge is closed", heading);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We and our partners store and access information on a device, such as cookies, and process personal data.",
                "Diese Seite verwendet Cookies. Manche sind nötig, damit sie überhaupt funktioniert, andere helfen uns.",
                "Nous utilisons des cookies pour mesurer l’audience, et pour vous proposer des contenus.",
                "Мы используем cookie, чтобы сайт работал лучше, и чтобы знать, что читают.",
            })
    void leavesOutACookieBoxEvenIfItHasMostOfTheText(String words) {
        assertThat(markdown("<div><p>A short page, with one sentence of its own.</p></div><div>"
                        + ("<p>" + words + "</p>").repeat(4) + "<button>OK</button></div>"))
                .isEqualTo("A short page, with one sentence of its own.");
    }

    @Test
    void keepsAnArticleAboutCookies() {
        assertThat(markdown("<main>" + TEXT
                        + "<p>Since then most sites use cookies only after they have asked, and <a href=https://x.test>some</a> not at all.</p>"
                        + TEXT + "</main>"))
                .contains("most sites use cookies");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Follow the path to the river.",
                "Write to the file, then close it.",
                "Subscribe to the topic before you poll."
            })
    void keepsShortSentencesThatOnlyBeginLikeAWish(String line) {
        assertThat(markdown("<main>" + TEXT + "<ol><li>" + line + "</li><li>Wait for a while.</li></ol>" + TEXT
                        + "</main>"))
                .contains(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Share this:",
                "Teilen",
                "Advertisement",
                "Anzeige",
                "© 2024 The Courier",
                "广告",
                "Filed under: News"
            })
    void leavesOutLinesThatStandBesideTheText(String line) {
        assertThat(markdown("<div><div>" + TEXT + "<div>" + line + "</div>" + TEXT + "</div></div>"))
                .doesNotContain(line);
    }

    @Test
    void findsTextWithLineBreaksInALayoutTable() {
        assertThat(markdown("<table><tr><td><a href=/>Home</a><br><a href=/b>Books</a></td><td>"
                        + "For years the clock was late, and nobody minded.<br><br>Then somebody set it right, and the bus was missed."
                        + "</td></tr></table>"))
                .isEqualTo(
                        "For years the clock was late, and nobody minded.\n\nThen somebody set it right, and the bus was missed.");
    }
}
