package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.encoding.Surrogates;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Property: nothing that is read from a page has half of a surrogate pair, which no encoding can express. */
class SurrogatePropertyTest {
    @Property(tries = 500)
    void noHalfOfAPairIsLeft(@ForAll("texts") String text) {
        String escaped = text.replaceAll("&#(\\w+);", "\\\\u$1").replace("\\ux", "\\u");
        String page = ("<html lang='TEXT'><head><title>TEXT</title><meta name=description content='TEXT'>"
                        + "<script type=application/ld+json>{'@type':'Event','name':'JSON','description':'JSON',"
                        + "'performer':{'name':'JSON','description':'JSON'},'location':{'name':'JSON'}}</script></head><body><main>"
                        + "<h1>TEXT</h1><p>Speaker: TEXT</p><p>TEXT and <a href='/a?TEXT' title='TEXT'>TEXT.pdf</a> and"
                        + " <code>TEXT</code> and <img src='/b.png?TEXT' alt='TEXT' title='TEXT'> more of it.</p>"
                        + "<pre class='language-TEXT'>TEXT</pre><table><tr><th>TEXT<th>b<tr><td>TEXT<td>c</table>"
                        + "<p><math alttext='TEXT'><mi>x</mi></math><abbr title='TEXT'>TE</abbr></p></main></body></html>")
                .replace('\'', '"')
                .replace("TEXT", text)
                .replace("JSON", escaped);

        assertThat(Surrogates.hasUnpaired(allText(TestPages.html(page))))
                .as(page)
                .isFalse();
    }

    @Example
    void halvesAreReplaced() {
        assertThat(TestPages.html(
                                "<main><p>Cut emoji &#xD83D; and &#55357; in the text, whole ones &#x1F600; too.</p></main>")
                        .markdown())
                .isEqualTo("Cut emoji \ufffd and \ufffd in the text, whole ones \ud83d\ude00 too.");
    }

    @Example
    void textIsNotCutWithinAPair() {
        String long_ = "\ud83d\ude00".repeat(3_000);

        assertThat(Surrogates.hasUnpaired(allText(TestPages.html("<main><figure><img src=/a.png alt='x" + long_
                        + "'><figcaption>y" + long_ + "</figcaption></figure><math alttext='z" + long_
                        + "'></math><a href='/b.pdf'>s" + long_ + "</a></main>"))))
                .isFalse();
    }

    /** Also records that the page is made of; their text has all components. */
    private static String allText(SessionPage page) {
        return page.toString() + page.facts().people() + page.facts().byName();
    }

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.of("a", " ", "&#xD83D;", "&#xDE00;", "&#xd800;", "&#xDBFF;", "é", "\ud83d\ude00")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }
}
