package io.eventjobs.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Scores of our own pages of many kinds, which define what a good extraction is. */
class OwnPagesTest {
    private static final Path PAGES = Path.of("src", "test", "resources", "pages");

    @Test
    void readsTheOrdinaryKindsOfPages() throws IOException {
        CorpusScore score = new PageScoring(null).score(Corpus.in(PAGES), 1);

        assertThat(score.pages()).hasSizeGreaterThan(55);
        assertThat(score.f1()).isGreaterThan(0.99);
    }

    @Test
    void doesNotKnowThemByTheirNamesOnly() throws IOException {
        CorpusScore score = new PageScoring(null).score(Corpus.in(PAGES).withoutNames(), 1);

        assertThat(score.f1()).isGreaterThan(0.92);
    }
}
