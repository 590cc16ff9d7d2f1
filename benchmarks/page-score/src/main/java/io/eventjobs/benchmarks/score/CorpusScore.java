package io.eventjobs.benchmarks.score;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well the pages of a corpus were read, by the metric of the article-extraction benchmark: precision and recall on
 * {@link Shingles}, each averaged over the pages that have one, and F1 of the averages.
 */
public record CorpusScore(List<PageScore> pages) {
    public CorpusScore {
        pages = List.copyOf(pages);
    }

    public double precision() {
        return mean(PageScore::precision);
    }

    public double recall() {
        return mean(PageScore::recall);
    }

    public double f1() {
        double precision = precision();
        double recall = recall();
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** The pages with the lowest scores, the lowest first. */
    public List<PageScore> worst(int count) {
        return pages.stream()
                .sorted(Comparator.comparingDouble(PageScore::f1))
                .limit(count)
                .toList();
    }

    /** Mean processor time of a page, in milliseconds. */
    public double meanMillis() {
        return mean(PageScore::millis);
    }

    /**
     * Processor time that this share of the pages did not exceed, in milliseconds; exact, 0 if there are no pages.
     *
     * @param share above 0, 1 at most
     */
    public double millis(double share) {
        List<Double> sorted = pages.stream().map(PageScore::millis).sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    private double mean(ToDoubleFunction<PageScore> value) {
        return pages.stream()
                .mapToDouble(value)
                .filter(each -> !Double.isNaN(each))
                .average()
                .orElse(0);
    }
}
