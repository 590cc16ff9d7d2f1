package io.eventjobs.benchmarks.score;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages whose main text is known, in the form of the article-extraction benchmark: {@code ground-truth.json} has an object for
 * each page with its {@code articleBody} and, if known, its {@code url}; the page is {@code html/NAME.html} or
 * {@code html/NAME.html.gz}.
 */
public record Corpus(List<Page> pages) {
    private static final String TRUTH = "ground-truth.json";
    private static final String UNKNOWN_ADDRESS = "https://example.org/";
    private static final int MAX_BYTES = 64 << 20;

    public Corpus {
        pages = List.copyOf(pages);
    }

    /**
     * A page and its expected text.
     *
     * @param html the page as served
     * @param expected paragraphs, separated by empty lines; empty if the page has no main text
     */
    record Page(String name, URI address, byte[] html, String expected) {}

    /** Reads the whole corpus. @throws IOException with a message that states what is invalid */
    public static Corpus in(Path folder) throws IOException {
        Path truth = folder.resolve(TRUTH);
        if (!Files.isRegularFile(truth)) {
            throw new IOException("There is no corpus in " + folder + ": it needs " + TRUTH + " and a folder html");
        }
        List<Page> pages = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : read(truth).properties()) {
            JsonNode page = entry.getValue();
            pages.add(new Page(
                    entry.getKey(),
                    URI.create(page.path("url").asString(UNKNOWN_ADDRESS)),
                    html(folder.resolve("html"), entry.getKey()),
                    page.path("articleBody").asString("")));
        }
        return new Corpus(pages);
    }

    /** The same pages without class names, ids and other names in their markup. */
    public Corpus withoutNames() {
        return new Corpus(pages.stream().map(NamelessPage::of).toList());
    }

    /** The page of this name alone; no page if there is none. */
    Corpus only(String name) {
        return new Corpus(
                pages.stream().filter(page -> page.name().equals(name)).toList());
    }

    private static JsonNode read(Path truth) throws IOException {
        try {
            return JsonMapper.shared().readTree(truth);
        } catch (JacksonException e) {
            throw new IOException(truth + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static byte[] html(Path folder, String name) throws IOException {
        Path plain = folder.resolve(name + ".html");
        if (Files.isRegularFile(plain)) {
            return Files.readAllBytes(plain);
        }
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(folder.resolve(name + ".html.gz")))) {
            return packed.readNBytes(MAX_BYTES);
        }
    }
}
