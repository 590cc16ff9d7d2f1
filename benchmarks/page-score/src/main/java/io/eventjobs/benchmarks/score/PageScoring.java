package io.eventjobs.benchmarks.score;

import io.eventjobs.markdown.PlainText;
import io.eventjobs.page.PageReader;
import io.eventjobs.page.PageSource;
import io.eventjobs.page.SessionPage;
import io.eventjobs.page.extraction.TracedBlock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the pages of a corpus like the worker, one after another, and scores the results. */
public final class PageScoring {
    /** Corpora are saved in UTF-8; real hosts declare the charset as well. */
    private static final String CHARSET = "utf-8";

    private final PageReader reader = new PageReader();
    /** Processor time, which other processes do not affect. */
    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

    private final @Nullable Path output;

    /** @param output folder for the Markdown of each page, null to write none */
    public PageScoring(@Nullable Path output) {
        this.output = output;
    }

    /**
     * Scores the corpus.
     *
     * @param rounds how often all pages are read, at least once; times are those of the last round, after JIT compilation
     */
    public CorpusScore score(Corpus corpus, int rounds) throws IOException {
        for (int round = 1; round < rounds; round++) {
            corpus.pages().forEach(this::read);
        }
        List<PageScore> scores = new ArrayList<>();
        for (Corpus.Page page : corpus.pages()) {
            long start = clock.getCurrentThreadCpuTime();
            SessionPage read = read(page);
            double millis = (clock.getCurrentThreadCpuTime() - start) / 1e6;
            if (output != null) {
                Files.writeString(Files.createDirectories(output).resolve(page.name() + ".md"), read.markdown() + "\n");
            }
            scores.add(PageScore.of(page, PlainText.of(read.markdown()), millis, String.join(" ", read.warnings())));
        }
        return new CorpusScore(scores);
    }

    /** Tells for each block of text of a page what became of it. */
    List<TracedBlock> trace(Corpus.Page page) {
        return reader.trace(new PageSource(page.html(), CHARSET, page.address()));
    }

    private SessionPage read(Corpus.Page page) {
        return reader.read(new PageSource(page.html(), CHARSET, page.address()));
    }
}
