package io.eventjobs.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScoreTest {
    private static final URI ADDRESS = URI.create("https://example.org/");

    @TempDir
    private Path folder;

    private static PageScore scored(String expected, String found) {
        return PageScore.of(new Corpus.Page("page", ADDRESS, new byte[0], expected), found, 1, "");
    }

    @Test
    void scoresEqualWordsAsOneRegardlessOfSeparators() {
        PageScore score = scored("One two, three four. Five!", "One\n\ntwo three four Five");

        assertThat(score.f1()).isEqualTo(1);
    }

    @Test
    void countsRunsOfFourWords() {
        PageScore score = scored("a b c d e", "a b c d x y");

        assertThat(score.recall()).isEqualTo(1 / 2.0);
        assertThat(score.precision()).isEqualTo(1 / 3.0);
        assertThat(score.f1()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void countsARunAsOftenAsItOccurs() {
        assertThat(scored("a b c d", "a b c d a b c d").precision()).isEqualTo(1 / 5.0);
    }

    @Test
    void averagesOverThePagesThatHaveAValue() {
        CorpusScore score = new CorpusScore(
                List.of(scored("a b c d", "a b c d"), scored("a b c d", ""), scored("a b c d e", "a b c d")));

        assertThat(score.precision()).isEqualTo(1);
        assertThat(score.recall()).isCloseTo((1 + 0 + 0.5) / 3, within(1e-9));
        assertThat(score.worst(1)).extracting(PageScore::recall).containsExactly(0.0);
    }

    @Test
    void acceptsAnEmptyResultWhereNothingIsExpected() {
        assertThat(scored("", "").f1()).isEqualTo(1);
        assertThat(scored("", "a b c d").f1()).isZero();
    }

    @Test
    void readsPagesPackedOrNot() throws IOException {
        Path html = Files.createDirectories(folder.resolve("html"));
        Files.writeString(html.resolve("a.html"), "<p>plain");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(html.resolve("b.html.gz")))) {
            out.write("<p>packed".getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(
                folder.resolve("ground-truth.json"),
                "{\"a\":{\"articleBody\":\"plain\",\"url\":\"https://a.example/x\"},\"b\":{\"articleBody\":\"packed\"}}");

        List<Corpus.Page> pages = Corpus.in(folder).pages();

        assertThat(pages)
                .extracting(page -> new String(page.html(), StandardCharsets.UTF_8))
                .containsExactly("<p>plain", "<p>packed");
        assertThat(pages).extracting(Corpus.Page::address).containsExactly(URI.create("https://a.example/x"), ADDRESS);
    }

    @Test
    void reportsWhatIsMissingInAnInvalidCorpus() {
        assertThatIOException().isThrownBy(() -> Corpus.in(folder)).withMessageContaining("ground-truth.json");
    }

    @Test
    void writesTheMarkdownOfEachPageWhereItIsWanted() throws IOException {
        Corpus corpus = new Corpus(List.of(new Corpus.Page(
                "a",
                ADDRESS,
                "<p>A sentence that is long enough to be taken for text.".getBytes(StandardCharsets.UTF_8),
                "")));

        new PageScoring(folder.resolve("out")).score(corpus, 2);

        assertThat(folder.resolve("out/a.md")).hasContent("A sentence that is long enough to be taken for text.\n");
    }

    @Test
    void removesNamesAndNothingElse() {
        Corpus corpus = new Corpus(List.of(new Corpus.Page(
                "a",
                ADDRESS,
                "<MAIN id='x' lang=en><p class=\"a b\">class=c <a href=/n>n</a></p></MAIN>"
                        .getBytes(StandardCharsets.UTF_8),
                "")));

        assertThat(new String(corpus.withoutNames().pages().getFirst().html(), StandardCharsets.UTF_8))
                .isEqualTo("<div lang=en><p>class=c <a href=/n>n</a></p></div>");
    }

    @Test
    void tellsForEachBlockWhichRuleDroppedIt() throws IOException {
        Path html = Files.createDirectories(folder.resolve("html"));
        String text = "<p>A paragraph that is long enough, has a comma, and ends with a full stop.</p>".repeat(4);
        Files.writeString(
                html.resolve("a.html"),
                "<nav>Home</nav><div class=sidebar><p>Beside it</p></div><main>" + text
                        + "<p hidden>Secret</p></main><p>© 2025</p>");
        Files.writeString(folder.resolve("ground-truth.json"), "{\"a\":{\"articleBody\":\"plain\"}}");

        List<String> lines = run(folder.toString(), "--trace", "a").lines().toList();

        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("TAG").endsWith("nav: Home"))
                .anySatisfy(line -> assertThat(line).startsWith("FRAME_NAME").endsWith("div.sidebar > p: Beside it"))
                .anySatisfy(line -> assertThat(line).startsWith("kept").contains("main > p: A paragraph"))
                .anySatisfy(line -> assertThat(line).startsWith("HIDDEN").endsWith("Secret"))
                .anySatisfy(line -> assertThat(line).startsWith("outside").endsWith("© 2025"));
        assertThat(run(folder.toString(), "--trace", "b")).contains("the corpus has no page b");
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        new CommandLine(new ScoreCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments);
        return out.toString();
    }
}
