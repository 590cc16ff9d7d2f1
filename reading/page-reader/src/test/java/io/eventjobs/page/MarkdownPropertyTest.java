package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.page.dom.VisibleText;
import io.eventjobs.page.markdown.Markdown;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** Property: the rendered Markdown shows the text of the page, and nothing else. */
class MarkdownPropertyTest {
    @Property(tries = 2_000)
    void rendersToTheTextOfAnyParagraph(@ForAll("texts") String text) {
        shows("<p>" + Entities.escape(text) + "</p>");
    }

    @Property(tries = 2_000)
    void rendersToTheTextOfAnyPage(@ForAll("blocks") String html) {
        shows(html);
    }

    private static void shows(String html) {
        Element body = Jsoup.parse(html, "https://conf.test/").body();
        String markdown = Markdown.of(List.of(body), Set.of()).text();
        assertThat(plain(RenderedText.of(markdown)))
                .as("%s%nwas written%n%s", html, markdown)
                .isEqualTo(plain(VisibleText.of(body, 1_000_000)));
    }

    /** White space depends on blocks and is covered by the examples of {@link MarkdownTest}. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ab1日「」。 .)-+*_`~#>|<&;[]()!\\:=\"'$^/")
                .ofMaxLength(40);
    }

    @Provide
    static Arbitrary<String> blocks() {
        Arbitrary<String> leaf = inline().map(text -> "<p>" + text + "</p>");
        Arbitrary<String> tree =
                Arbitraries.lazyOf(() -> leaf, () -> inline(), () -> list(), () -> cells(), () -> Combinators.combine(
                                Arbitraries.of("div", "blockquote", "h2", "section"), parts())
                        .as((tag, parts) -> "<" + tag + ">" + parts + "</" + tag + ">"));
        return tree.list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join("", parts));
    }

    private static Arbitrary<String> parts() {
        return Arbitraries.lazy(() -> inline()).list().ofMaxSize(3).map(parts -> String.join("<br>", parts));
    }

    private static Arbitrary<String> list() {
        return Combinators.combine(Arbitraries.of("ul", "ol"), parts(), Arbitraries.lazy(() -> blocks()))
                .as((tag, first, second) -> "<" + tag + "><li>" + first + "</li><li>" + second + "</li></" + tag + ">");
    }

    private static Arbitrary<String> cells() {
        return Combinators.combine(inline(), inline(), inline(), inline())
                .as((a, b, c, d) -> "<table><tr><th>" + a + "</th><th>" + b + "</th></tr><tr><td>" + c + "</td><td>" + d
                        + "</td></tr></table>");
    }

    private static Arbitrary<String> inline() {
        Arbitrary<String> words = texts().map(Entities::escape);
        Arbitrary<String> marked = Combinators.combine(Arbitraries.of("b", "i", "em", "strong", "code", "span"), words)
                .as((tag, text) -> "<" + tag + ">" + text + "</" + tag + ">");
        Arbitrary<String> nested = Combinators.combine(words, marked, marked)
                .as((text, one, two) -> "<b>" + text + one + "<i>" + two + text + "</i></b>");
        Arbitrary<String> link = marked.map(text -> "<a href='/x?a=(b'>" + text + "</a>");
        return Arbitraries.oneOf(words, marked, nested, link)
                .list()
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
    }
}
