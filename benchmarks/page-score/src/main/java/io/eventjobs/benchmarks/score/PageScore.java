package io.eventjobs.benchmarks.score;

/**
 * How well one page was read.
 *
 * @param precision which share of what was found is in the text; not a number if nothing was found
 * @param recall which share of the text was found; not a number if the page has none
 * @param millis of a processor that reading took
 * @param warnings that the reader gave, on one line
 */
public record PageScore(String name, double precision, double recall, double millis, String warnings) {
    static PageScore of(Corpus.Page page, String found, double millis, String warnings) {
        Shingles expected = Shingles.of(page.expected());
        Shingles read = Shingles.of(found);
        return new PageScore(page.name(), read.shareIn(expected), expected.shareIn(read), millis, warnings);
    }

    /** From 0 to 1; 1 where nothing was to be found and nothing was. */
    public double f1() {
        if (Double.isNaN(precision) && Double.isNaN(recall)) {
            return 1;
        }
        return Double.isNaN(precision) || Double.isNaN(recall) || precision + recall == 0
                ? 0
                : 2 * precision * recall / (precision + recall);
    }
}
