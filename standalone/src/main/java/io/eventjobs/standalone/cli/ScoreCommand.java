package io.eventjobs.standalone.cli;

import io.eventjobs.standalone.cli.ops.Percentiles;
import io.eventjobs.standalone.score.Corpus;
import io.eventjobs.standalone.score.CorpusScore;
import io.eventjobs.standalone.score.PageScore;
import io.eventjobs.standalone.score.PageScoring;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how well and how fast pages are read. Needs no gateway and no network. */
@Command(
        name = "score",
        description = {
            "Measure how well the main text of pages is found: F1 on runs of four words, as the article-extraction benchmark defines it.",
            "CORPUS is a folder with ground-truth.json ({\"NAME\": {\"articleBody\": …, \"url\": …}}) and html/NAME.html or .html.gz."
        })
final class ScoreCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "CORPUS", description = "The folder")
    Path corpus = Path.of(".");

    @Option(
            names = "--worst",
            paramLabel = "N",
            defaultValue = "0",
            description = "Name the N pages with the lowest F1")
    int worst;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description = "Read all pages N times and measure the last time: with ${DEFAULT-VALUE}, the JVM is cold")
    int rounds = 1;

    @Option(names = "--output", paramLabel = "DIR", description = "Write the Markdown of each page there")
    @Nullable Path output;

    @Option(
            names = "--without-names",
            description =
                    "Take classes, ids, roles and sections away first: what is left must be found by what it says and where it stands")
    boolean nameless;

    @Option(names = "--at-least", paramLabel = "F1", defaultValue = "0", description = "Exit with 1 below this F1")
    double min;

    @Override
    public Integer call() throws IOException {
        if (worst < 0 || rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--worst must be 0 at least, --repeat 1 at least");
        }
        Corpus pages = Corpus.in(corpus);
        CorpusScore score = new PageScoring(output).score(nameless ? pages.withoutNames() : pages, rounds);
        PrintWriter out = spec.commandLine().getOut();
        score.worst(worst).forEach(page -> out.println(line(page)));
        out.println(summary(score));
        return score.f1() < min ? FAILED : 0;
    }

    private static String line(PageScore page) {
        return String.format(
                        Locale.ROOT,
                        "%s: F1 %.3f, precision %.3f, recall %.3f, %.1f ms %s",
                        page.name(),
                        page.f1(),
                        page.precision(),
                        page.recall(),
                        page.millis(),
                        page.warnings())
                .strip();
    }

    private static String summary(CorpusScore score) {
        Percentiles times = Percentiles.ofMillis(
                score.pages().stream().map(PageScore::millis).toList());
        double mean =
                score.pages().stream().mapToDouble(PageScore::millis).average().orElse(0);
        return String.format(
                Locale.ROOT,
                "%d pages: F1 %.4f, precision %.4f, recall %.4f; processor time of a page: mean %.1f ms, %s",
                score.pages().size(),
                score.f1(),
                score.precision(),
                score.recall(),
                mean,
                times.text());
    }
}
