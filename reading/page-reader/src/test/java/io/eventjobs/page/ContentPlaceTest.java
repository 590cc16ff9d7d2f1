package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where on a page the content is, if sentences alone would lead elsewhere. */
class ContentPlaceTest {
    private static final String TEXT =
            "<p>The first paragraph of the text is long enough, has a comma, and ends as sentences do.</p>"
                    + "<p>The second one goes on for a while, so that nobody could take it for a label or a link.</p>"
                    + "<p>The third one says how it ended, which was well, and that nobody had expected it to.</p>";
    private static final String LINKS =
            "<ul><li><a href=/1>Setting a mast</a></li><li><a href=/2>Tying up at night</a></li><li><a href=/3>Reading"
                    + " the barometer</a></li><li><a href=/4>Mending nets by hand</a></li><li><a href=/5>The price of"
                    + " rope</a></li><li><a href=/6>What to do in fog</a></li><li><a href=/7>Letters from the lighthouse</a></li>"
                    + "<li><a href=/8>Cooking on a small stove</a></li><li><a href=/9>How to get rid of rats</a></li></ul>";
    private static final String WISH =
            "<p>Give us your address, and we write to you whenever there is something new to tell from the pier.</p>";

    private static String markdown(String html) {
        return TestPages.html("<html><head><title>Something else</title></head><body>" + html + "</body></html>")
                .markdown();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<footer>X</footer>",
                "<div role=contentinfo>X</div>",
                "<aside>X</aside>",
                "<dialog open>X</dialog>",
                "<form>X<input name=mail></form>",
                "<div class=cookie-banner>X<button>Yes</button></div>",
                "<div class=bottom>X</div>",
            })
    void prefersTheMainElementToTheOnlySentenceOfThePage(String box) {
        assertThat(markdown("<nav><a href=/>Home</a></nav><main><h1>Guides</h1>" + LINKS + "</main>"
                        + box.replace("X", WISH)))
                .contains("Setting a mast", "The price of rope")
                .doesNotContain("Give us your address");
        assertThat(markdown("<nav><a href=/>Home</a></nav><div><div><h1>Guides</h1></div>" + LINKS + "</div>"
                        + box.replace("X", WISH)))
                .contains("Setting a mast", "The price of rope")
                .doesNotContain("Give us your address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Read next", "Related articles", "Você pode gostar..."})
    void endsWhereOtherWholeArticlesBegin(String heading) {
        String other = "<article><h3><a href=/2>Rope</a></h3>" + WISH.repeat(4) + "</article>";

        assertThat(markdown("<main><article><h1>Masts</h1>" + TEXT + TEXT + "</article><article><h3>" + heading
                        + "</h3>" + other.repeat(6) + "</article></main>"))
                .contains("The first paragraph of the text")
                .doesNotContain("Give us your address", heading);
    }

    @Test
    void hasNoContentWhereThereIsOnlyAFooter() {
        assertThat(markdown("<header><nav><a href=/>Home</a></nav></header><div id=root></div><footer>" + WISH
                        + "</footer>"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"header", "aside", "form", "fieldset", "div class=sidebar"})
    void isNeverEmptyWhereThereIsText(String tag) {
        assertThat(markdown("<nav><a href=/>Home</a></nav><" + tag
                        + "><h1>Tide</h1>It comes in, then it goes out again.</" + tag.split(" ")[0] + ">"))
                .contains("It comes in");
    }

    @Test
    void takesAllCardsTogether() {
        StringBuilder cards = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            cards.append("<div class=card><h3><a href=/c")
                    .append(i)
                    .append(">Boat ")
                    .append(i)
                    .append("</a></h3><p>Sails well.</p><span>€ ")
                    .append(i)
                    .append("</span></div>");
        }
        assertThat(markdown("<div class=wares><h1>Boats</h1>" + cards + "</div><div class=lower>" + WISH + "</div>"))
                .contains("Boat 0", "Boat 11", "€ 11")
                .doesNotContain("Give us your address");
    }

    @Test
    void takesAllSectionsOfTheMainElement() {
        StringBuilder sections = new StringBuilder("<section><div><h2>Part 0</h2>" + TEXT + "</div></section>");
        for (int i = 1; i < 6; i++) {
            sections.append("<section><div><h2>Part ")
                    .append(i)
                    .append("</h2><p>We mend one thing here, and do it well.</p></div></section>");
        }
        assertThat(markdown("<main>" + sections
                        + "<section><ul><li>We lend tools, and a boat to fetch them with, on any day.</li>"
                        + "<li>And we give lessons, if somebody asks for one.</li></ul></section></main>"))
                .contains("The first paragraph", "Part 1", "Part 5", "We lend tools");
    }

    @Test
    void readsLinesOfJapaneseThatEndWithoutAFullStop() {
        assertThat(markdown("<div><h1>港まで</h1><div>今日は港まで歩いた</div><div>朝から風がつよくて船は出なかった</div>"
                        + "<div>猫が三匹、網の上で寝ていた</div></div><div><p>© 2025 港の日記 無断転載を禁じます。ご意見はメールで。</p></div>"))
                .contains("今日は港まで歩いた", "猫が三匹")
                .doesNotContain("無断転載");
    }

    @Test
    void keepsAPostThatIsShorterThanItsComments() {
        String comment =
                "<li class=comment><p>I have read it twice, and I still do not know what to make of it, frankly.</p></li>";

        assertThat(markdown(
                        "<article><h1>The bell</h1><div class=entry-content><p>The bell hangs at the new pier now, and it sounds "
                                + "better there, as everybody says who can still hear it.</p></div></article><div id=comments><ol>"
                                + comment.repeat(30) + "</ol></div>"))
                .contains("The bell hangs")
                .doesNotContain("I have read it twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"comment", "reply", "comment-body", "js-replyBox has-profile"})
    void keepsThePostsOfAThreadThatAreCalledComments(String name) {
        String posts = ("<div class='" + name
                        + "'><p>Sand works if you mix it into the paint, and not only at sea, I found.</p></div>")
                .repeat(6);

        assertThat(markdown("<div class=thread><h1>Slippery deck</h1><div class='" + name
                        + "'><p>How do you keep the deck from being slippery, and the soup from being sandy?</p></div>"
                        + posts
                        + "</div>"))
                .contains("How do you keep the deck", "Sand works");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=head><h1>A keeper</h1><div class=intro><p>L</p></div></div>",
                "<header class=article-header><h1>A keeper</h1><p class=standfirst>L</p></header>",
                "<div class=page-header><h1>A keeper</h1><p>L</p></div>",
                "<h1>A keeper</h1><div><div class=teaser-text><p>L</p></div></div>",
                "<h1>A keeper</h1><section class=abstract>L</section><div class=by><a href=/u>By T.</a></div>",
            })
    void keepsTheLeadBetweenTitleAndText(String head) {
        String lead = "After forty years the lighthouse has a keeper again, and she is afraid of heights.";

        assertThat(markdown("<div>" + head.replace("L", lead) + "<div class=story><div class=article-text>" + TEXT
                        + TEXT + "</div></div></div>"))
                .contains(lead, "The first paragraph");
    }

    @Test
    void keepsTheIngredientsBesideTheSteps() {
        assertThat(markdown("<main><h1>Herring</h1><div><div><h2>You need</h2><ul><li>two herrings</li><li>salt</li>"
                        + "<li>an onion</li></ul></div><div><h2>Steps</h2>" + TEXT + "</div></div></main>"))
                .contains("You need", "two herrings", "an onion", "The first paragraph");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<figure><img src=/a.png><figcaption><p>X</p></figcaption></figure>",
                "<div class=photo-caption><p>X</p></div>",
                "<aside><p>X</p></aside>",
                "<div class=newsletter><p>X</p></div>",
                "<p>© X</p>",
            })
    void takesNothingElseForALead(String html) {
        String text = "A gull sits on the rail of the lighthouse, and looks at the photographer.";

        assertThat(markdown("<div><div><h1>A keeper</h1>" + html.replace("X", text) + "</div><div class=story><div>"
                        + TEXT + TEXT + "</div></div></div>"))
                .contains("The first paragraph")
                .doesNotContain("\n\n" + text);
    }
}
