package io.eventjobs.worker.session.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scores the main content of the pages of a corpus in the form of the article-extraction benchmark by its own metric: precision
 * and recall on shingles of four words, averaged over pages, and F1 of the averages. A command, not a test:
 * {@code -Dcorpus.dir=DIR}, and {@code -Doutput.dir=DIR} to keep each page's Markdown.
 */
final class ArticleScore {
    private static final int SHINGLE = 4;
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    private ArticleScore() {}

    /** @param millis that reading took */
    record PageScore(String id, double precision, double recall, long millis) {
        double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path corpus = Path.of(System.getProperty("corpus.dir"));
        String output = System.getProperty("output.dir");
        JsonNode truth = JsonMapper.shared().readTree(corpus.resolve("ground-truth.json"));
        List<PageScore> scores = new ArrayList<>();
        for (Map.Entry<String, JsonNode> page : truth.properties()) {
            byte[] body = unpacked(corpus.resolve("html").resolve(page.getKey() + ".html.gz"));
            URI address = URI.create(page.getValue().path("url").asString("https://example.org/"));
            long start = System.nanoTime();
            String markdown = new PageReader()
                    .read(new PageSource(body, "utf-8", address))
                    .markdown();
            long millis = (System.nanoTime() - start) / 1_000_000;
            if (output != null) {
                Files.writeString(Path.of(output).resolve(page.getKey() + ".md"), markdown);
            }
            String expected = page.getValue().path("articleBody").asString("");
            scores.add(score(page.getKey(), expected, RenderedText.of(markdown), millis));
        }
        report(scores);
    }

    private static void report(List<PageScore> scores) {
        scores.sort(Comparator.comparingDouble(PageScore::f1));
        scores.stream()
                .limit(Integer.getInteger("worst", 20))
                .forEach(page -> System.out.printf(
                        "%s  F1 %.3f  P %.3f  R %.3f  %d ms%n",
                        page.id(), page.f1(), page.precision(), page.recall(), page.millis()));
        double precision = mean(scores, PageScore::precision);
        double recall = mean(scores, PageScore::recall);
        System.out.printf(
                "%d pages: F1 %.4f  precision %.4f  recall %.4f  mean %.1f ms  max %.0f ms%n",
                scores.size(),
                2 * precision * recall / (precision + recall),
                precision,
                recall,
                mean(scores, PageScore::millis),
                scores.stream().mapToLong(PageScore::millis).max().orElse(0) * 1.0);
    }

    private static double mean(List<PageScore> scores, ToDoubleFunction<PageScore> value) {
        return scores.stream()
                .mapToDouble(value)
                .filter(each -> !Double.isNaN(each))
                .average()
                .orElse(0);
    }

    /** Not a number where the metric leaves the page out: nothing found has no precision. */
    static PageScore score(String id, String expected, String found, long millis) {
        Map<List<String>, Integer> truth = shingles(expected);
        Map<List<String>, Integer> guess = shingles(found);
        double hits = guess.entrySet().stream()
                .mapToInt(entry -> Math.min(entry.getValue(), truth.getOrDefault(entry.getKey(), 0)))
                .sum();
        double guessed = guess.values().stream().mapToInt(Integer::intValue).sum();
        double trueCount = truth.values().stream().mapToInt(Integer::intValue).sum();
        return new PageScore(
                id, guessed == 0 ? Double.NaN : hits / guessed, trueCount == 0 ? Double.NaN : hits / trueCount, millis);
    }

    private static Map<List<String>, Integer> shingles(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        Map<List<String>, Integer> shingles = new HashMap<>();
        for (int i = 0; i < Math.max(1, words.size() - SHINGLE + 1); i++) {
            List<String> shingle = words.subList(i, Math.min(words.size(), i + SHINGLE));
            if (!shingle.isEmpty()) {
                shingles.merge(List.copyOf(shingle), 1, Integer::sum);
            }
        }
        return shingles;
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }
}
