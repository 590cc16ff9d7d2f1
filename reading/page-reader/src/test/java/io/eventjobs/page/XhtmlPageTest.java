package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.page.facts.FactName;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XhtmlPageTest {
    private static final String XHTML = "application/xhtml+xml";
    private static final String PROLOG = "<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN'"
            + " 'http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd'><html xmlns='http://www.w3.org/1999/xhtml'>";
    private static final String TEXT =
            "<p>Queues that stay small were the subject of the hour, with many examples.</p>";

    private static SessionPage read(String page, String contentType) {
        return new PageReader()
                .read(new PageSource(page.getBytes(StandardCharsets.UTF_8), contentType, "utf-8", TestPages.ADDRESS));
    }

    private static String markdown(String body) {
        return read(PROLOG + "<body>" + TEXT + body + TEXT + "</body></html>", XHTML)
                .markdown();
    }

    @Test
    void anElementThatClosesItselfIsEmpty() {
        SessionPage page = read(
                PROLOG + "<head><title/><script src='a.js'/><style/></head><body><div id='top'/><a name='x'/>" + TEXT
                        + "<p>Second.</p></body></html>",
                XHTML);

        assertThat(page.markdown()).startsWith("Queues that stay small").endsWith("Second.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p><![CDATA[1 < 2 && <b>]]></p>|1 \\< 2 && \\<b>",
                "<p>a<br></br>b</p>|a\\⏎b",
                "<p>a &lt;b&gt; &#x263a; &eacute;</p>|a \\<b> ☺ é",
                "<div><![CDATA[]]><p>only this</p></div>|only this",
                "<p title='a > b'>quoted</p>|quoted",
                "<pre><![CDATA[if (a<b) {}]]></pre>|if (a<b) {}",
            })
    void textIsReadByTheRulesOfXml(String body, String markdown) {
        assertThat(markdown(body)).contains(markdown.replace('⏎', '\n'));
    }

    @Test
    void scriptsContainCharacterReferencesAndSections() {
        String data = "<script type='application/ld+json'>{&quot;@type&quot;:&quot;Event&quot;,&quot;name&quot;:"
                + "&quot;A &amp;amp; B&quot;}</script><script>//<![CDATA[\nif (1 < 2) {}\n//]]></script>";

        assertThat(TestPages.values(
                        read(PROLOG + "<head>" + data + "</head><body>" + TEXT + "</body></html>", XHTML),
                        FactName.TITLE))
                .containsExactly("A & B");
    }

    @Test
    void aDocumentTypeMayDefineThings() {
        String page = "<!DOCTYPE html [<!ENTITY x '>'>]><html xmlns='http://www.w3.org/1999/xhtml'><body>" + TEXT
                + "</body></html>";

        assertThat(read(page, XHTML).markdown()).startsWith("Queues");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"<p>open|open", "<p>a<b></p></b>|a", "<p>1 < 2</p>|1 \\< 2", "<p <i>x</i>|x"})
    void aPageThatIsNotWellFormedIsReadAsHtml(String body, String markdown) {
        assertThat(markdown(body)).contains(markdown);
    }

    @Test
    void aPageDeclaresItselfWithoutAMediaType() {
        String page = PROLOG + "<head><script src='a.js'/></head><body>" + TEXT + "</body></html>";

        assertThat(TestPages.html(page).markdown()).startsWith("Queues");
    }

    @Test
    void aSectionInHtmlIsACommentUpToTheFirstAngleBracket() {
        String html = "<body><main>" + TEXT + "<![CDATA[<div>one</div>" + TEXT + "<p>two]]></p></main></body>";

        assertThat(read(html, "text/html").markdown())
                .doesNotContain("CDATA", "<div")
                .contains("one", "two");
    }

    @Test
    void sectionsInScriptsAndDrawingsOfHtmlAreLeftAlone() {
        String html =
                "<script type='application/ld+json'>//<![CDATA[\n{\"@type\":\"Event\",\"name\":\"A > B\"}\n//]]></script>"
                        + "<svg><style><![CDATA[a > b {}]]></style></svg><!-- <![CDATA[ --><main>" + TEXT + "</main>";
        SessionPage page = read(html, "text/html");

        assertThat(TestPages.values(page, FactName.TITLE)).containsExactly("A > B");
        assertThat(page.markdown())
                .isEqualTo("Queues that stay small were the subject of the hour, with many examples.");
    }
}
