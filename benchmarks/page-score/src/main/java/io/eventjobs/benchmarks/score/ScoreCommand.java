package io.eventjobs.benchmarks.score;

import io.eventjobs.page.extraction.TracedBlock;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how well and how fast pages are read: {@code benchmarks/run score CORPUS}. Needs no service and no network. */
@Command(
        name = "benchmarks/run score",
        description = {
            "Measure how well the main text of pages is extracted: F1 on runs of four words, as the article-extraction benchmark defines it.",
            "CORPUS is a folder with ground-truth.json ({\"NAME\": {\"articleBody\": …, \"url\": …}}) and html/NAME.html or .html.gz."
        })
public final class ScoreCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this")
    boolean help;

    @Parameters(paramLabel = "CORPUS", description = "Folder with the pages and their text")
    Path corpus = Path.of(".");

    @Option(
            names = "--worst",
            paramLabel = "N",
            defaultValue = "0",
            description = "List the N pages with the lowest F1")
    int worst;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Read all pages N times and report the times of the last round; with 1 (the default) the JVM is cold")
    int rounds = 1;

    @Option(names = "--output", paramLabel = "DIR", description = "Write the Markdown of each page there")
    @Nullable Path output;

    @Option(
            names = "--without-names",
            description =
                    "Remove classes, ids, roles and section elements from the pages first: content must then be found by its text and position")
    boolean nameless;

    @Option(
            names = "--trace",
            paramLabel = "NAME",
            description =
                    "Print each block of text of this page with the rule that dropped it, 'kept', or 'outside' the selected part; score that page only")
    @Nullable String traced;

    @Option(names = "--at-least", paramLabel = "F1", defaultValue = "0", description = "Exit with 1 below this F1")
    double min;

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new ScoreCommand());
        line.setExecutionExceptionHandler((fault, command, result) -> {
            command.getErr().println("score: " + (fault.getMessage() == null ? fault : fault.getMessage()));
            return FAILED;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (worst < 0 || rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--worst must be at least 0, --repeat at least 1");
        }
        Corpus pages = traced == null ? Corpus.in(corpus) : Corpus.in(corpus).only(traced);
        if (traced != null && pages.pages().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--trace: the corpus has no page " + traced);
        }
        Corpus read = nameless ? pages.withoutNames() : pages;
        PageScoring scoring = new PageScoring(output);
        PrintWriter out = spec.commandLine().getOut();
        if (traced != null) {
            read.pages().forEach(page -> scoring.trace(page).forEach(block -> out.println(line(block))));
        }
        CorpusScore score = scoring.score(read, rounds);
        score.worst(worst).forEach(page -> out.println(line(page)));
        out.println(summary(score));
        return score.f1() < min ? FAILED : 0;
    }

    private static String line(TracedBlock block) {
        String outcome = block.rule().map(Enum::name).orElse(block.isKept() ? "kept" : "outside");
        return String.format(Locale.ROOT, "%-16s %s: %s", outcome, block.element(), block.text());
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
        return String.format(
                Locale.ROOT,
                "%d pages: F1 %.4f, precision %.4f, recall %.4f; processor time of a page:"
                        + " mean %.1f ms, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms",
                score.pages().size(),
                score.f1(),
                score.precision(),
                score.recall(),
                score.meanMillis(),
                score.millis(0.50),
                score.millis(0.95),
                score.millis(0.99),
                score.millis(1));
    }
}
