package io.eventjobs.benchmarks.score;

/**
 * The score of one page.
 *
 * @param precision share of the extracted text that is expected; NaN if nothing was extracted
 * @param recall share of the expected text that was extracted; NaN if none is expected
 * @param millis processor time
 * @param warnings of the reader, on one line
 */
public record PageScore(String name, double precision, double recall, double millis, String warnings) {
    static PageScore of(Corpus.Page page, String found, double millis, String warnings) {
        Shingles expected = Shingles.of(page.expected());
        Shingles read = Shingles.of(found);
        return new PageScore(page.name(), read.shareIn(expected), expected.shareIn(read), millis, warnings);
    }

    /** From 0 to 1; 1 if nothing is expected and nothing was extracted. */
    public double f1() {
        if (Double.isNaN(precision) && Double.isNaN(recall)) {
            return 1;
        }
        return Double.isNaN(precision) || Double.isNaN(recall) || precision + recall == 0
                ? 0
                : 2 * precision * recall / (precision + recall);
    }
}
