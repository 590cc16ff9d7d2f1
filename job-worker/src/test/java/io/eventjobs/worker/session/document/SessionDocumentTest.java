package io.eventjobs.worker.session.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.DocumentContent;
import io.eventjobs.document.Slide;
import io.eventjobs.document.SourceDocument;
import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.BlockMarkdown;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.pdf.PageView;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.page.SessionPage;
import io.eventjobs.template.BuiltInTemplates;
import io.eventjobs.template.DocumentTooLongException;
import io.eventjobs.transcript.Passage;
import io.eventjobs.transcript.Transcript;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.Sessions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class SessionDocumentTest {
    private static final String URL = "https://conf.test/talk";
    private static final String HOSTILE =
            "---\n# Not a heading\n<script>alert(1)</script> | a | b |\n```\n1. one\n[x](javascript:alert(1)) &lt; *b* _i_ \\";

    @Test
    void isWrittenAsItEverWas() throws IOException {
        String page = Pages.talk(
                Pages.link("/slides.pdf", "Slides [PDF]"),
                Pages.link("https://code.test/repo", "Source code"),
                Pages.link("/talk.ics", "Add to calendar"));
        SessionParameters request = Sessions.at(URL)
                .wantedIn("de")
                .withVideo("https://video.test/talk.av1.webm")
                .request();
        List<Slide> slides = List.of(
                new Slide(1, view(1), "# How to test\n\n- by example\n\n```\n# no heading\n```", "Breathe."),
                new Slide(2, PageView.NONE, "Thank you", ""));
        Transcript transcript = new Transcript(
                List.of(
                        new Passage(1_000L, null, "Hello everyone."),
                        new Passage(3_725_000L, "Ada", "1. That was it."),
                        new Passage(null, null, "The end.")),
                "https://video.test/talk.vtt");

        String document = document(request, page, slides, transcript, List.of("Not translated: \"de\"."));

        assertThat(document).isEqualTo(golden("document.md"));
    }

    @Test
    void isTheSameEachTime() {
        SessionParameters request = Sessions.at(URL).request();

        assertThat(document(request, Pages.talk(), List.of(), Transcript.NONE, List.of()))
                .isEqualTo(document(request, Pages.talk(), List.of(), Transcript.NONE, List.of()));
    }

    @Test
    void escapesHostileText() {
        SessionParameters request = Sessions.at(URL)
                .by("\"quoted\": yes\n---\nevil: true")
                .ofEvent("---")
                .request();
        String document = document(
                request,
                Pages.talk("<pre>```\nunclosed</pre><p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
                List.of(new Slide(
                        1, view(1), BlockMarkdown.of(List.of(new Block.Paragraph(RichText.of(HOSTILE)))), "")),
                new Transcript(List.of(new Passage(0L, "<b>V</b>", HOSTILE)), "request"),
                List.of("warning: ---"));

        Map<?, ?> frontMatter = frontMatter(document);
        assertThat(frontMatter.get("speakers")).isEqualTo(List.of("\"quoted\": yes\n---\nevil: true"));
        assertThat(frontMatter.containsKey("evil")).isFalse();
        assertThat(frontMatter.get("event")).isEqualTo("---");
        assertThat(frontMatter.get("translated")).isEqualTo(false);
        Outline outline = Outline.of(body(document));
        assertThat(outline.html).isZero();
        assertThat(outline.headings)
                .isEqualTo("How to test: a talk/Abstract/Speakers/Slides/Slide 1/Transcript/Links/");
    }

    @Property
    void reproducesTranscriptAndSlidesLiterally(
            @ForAll @StringLength(max = 80) @CharRange(from = ' ', to = '~') String text) {
        String words = text.replaceAll("\\s+", " ").strip();
        if (words.isEmpty()) {
            return;
        }
        Node shown = Parser.builder()
                .build()
                .parse(body(document(
                        Sessions.at(URL).request(),
                        "<html></html>",
                        List.of(),
                        new Transcript(List.of(new Passage(null, null, words)), "request"),
                        List.of())));

        String plain = TextContentRenderer.builder().build().render(shown);
        assertThat(plain).endsWith("Transcript\n" + words);
    }

    private static String document(
            SessionParameters request, String html, List<Slide> slides, Transcript transcript, List<String> warnings) {
        SessionPage page = Pages.read(html, URL);
        DocumentContent attachment = new DocumentContent(
                new DocumentContent.Body(DocumentContent.Kind.SLIDES, Map.of(), ""),
                slides,
                List.of(),
                List.of(),
                true);
        List<SourceDocument> decks = slides.isEmpty()
                ? List.of()
                : List.of(new SourceDocument("https://conf.test/slides.pdf", "", attachment));
        DocumentParts parts = new DocumentParts(
                SessionFacts.of(request, page, URL),
                page,
                decks,
                "../../assets/How to test (1)/",
                transcript,
                Translation.none("en"),
                FilledTemplate.of(BuiltInTemplates.find(request.template()).orElseThrow()));
        try {
            return SessionDocument.write(request, parts, warnings);
        } catch (DocumentTooLongException e) {
            throw new AssertionError(e);
        }
    }

    private static PageView view(int number) {
        return new PageView(
                Path.of("slide_%03d.jpg".formatted(number)), Path.of("slide_%03d_small.jpg".formatted(number)));
    }

    private static Map<?, ?> frontMatter(String document) {
        String yaml = document.substring(4, document.indexOf("\n---\n", 4) + 1);
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    private static String body(String document) {
        return document.substring(document.indexOf("\n---\n", 4) + 5);
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = SessionDocumentTest.class.getResourceAsStream("/session/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Parses a document like a reader's program. */
    private static final class Outline extends AbstractVisitor {
        private String headings = "";
        private int html;

        static Outline of(String markdown) {
            Outline outline = new Outline();
            Parser.builder().build().parse(markdown).accept(outline);
            return outline;
        }

        @Override
        public void visit(Heading heading) {
            headings += TextContentRenderer.builder().build().render(heading) + "/";
        }

        @Override
        public void visit(HtmlBlock block) {
            html++;
        }

        @Override
        public void visit(HtmlInline inline) {
            html++;
        }
    }
}
