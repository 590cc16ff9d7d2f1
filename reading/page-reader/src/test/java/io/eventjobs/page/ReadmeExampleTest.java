package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.page.facts.Fact;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.link.PageLink;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first example of the module's README: the README contains the lines between the two markers. */
class ReadmeExampleTest {
    private static final String HTML =
            """
            <html lang="en"><head><title>Small queues - Conf 2026</title></head><body>
            <nav><a href="/">Home</a></nav>
            <main><h1>Small queues</h1><p><b>Speaker:</b> Ada Example</p>
            <p>A queue that is small <em>stays</em> small, and one that grows never stops: this talk says why that is so.</p>
            <p><a href="slides.pdf">Slides</a></p></main></body></html>
            """;

    @Test
    void readsAPage() throws IOException {
        // example
        URI address = URI.create("https://conf.example/2026/talks/small-queues/");

        SessionPage page = new PageReader().read(PageSource.html(HTML, address));

        String content = page.markdown();
        String title = page.facts().first(FactName.TITLE).map(Fact::value).orElse("");
        List<String> speakers =
                page.facts().all(FactName.SPEAKER).stream().map(Fact::value).toList();
        List<PageLink> slides = page.links(PageLink.Kind.SLIDES);
        List<String> warnings = page.warnings();
        // end

        assertThat(content).contains("A queue that is small *stays* small").doesNotContain("Home");
        assertThat(title).isEqualTo("Small queues");
        assertThat(speakers).containsExactly("Ada Example");
        assertThat(slides).extracting(PageLink::address).containsExactly(address + "slides.pdf");
        assertThat(warnings).isEmpty();
    }

    @Test
    void isTheExampleOfTheReadme() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/eventjobs/page/ReadmeExampleTest.java"));
        String example = source.substring(source.indexOf("// example\n") + 11, source.indexOf("// end\n"));

        assertThat(Files.readString(Path.of("README.md")))
                .contains("```java\n" + example.stripIndent().strip() + "\n```");
    }
}
