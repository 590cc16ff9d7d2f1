package io.eventjobs.worker.session.slides;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What slides are made in. Only PDF can be rendered; of the others it is told what they are. */
public final class DeckFormat {
    /** A PDF may begin after that much of anything else. */
    private static final int HEAD = 1_024;

    private static final String PRESENTATION = "a presentation file (.%s)";
    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("pptx", PRESENTATION),
            Map.entry("ppt", PRESENTATION),
            Map.entry("ppsx", PRESENTATION),
            Map.entry("pps", PRESENTATION),
            Map.entry("odp", PRESENTATION),
            Map.entry("key", PRESENTATION),
            Map.entry("zip", "an archive (.%s)"),
            Map.entry("gz", "an archive (.%s)"),
            Map.entry("html", "a web page (.%s)"),
            Map.entry("htm", "a web page (.%s)"),
            Map.entry("md", "a text file (.%s)"),
            Map.entry("png", "an image (.%s)"),
            Map.entry("jpg", "an image (.%s)"),
            Map.entry("gif", "an image (.%s)"),
            Map.entry("svg", "an image (.%s)"));

    private DeckFormat() {}

    /** What an address leads to by its ending, if that is known and no PDF: it need not be fetched. */
    public static Optional<String> otherThanPdf(String address) {
        String path = address.split("[?#]", 2)[0];
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_ENDING.get(ending)).map(name -> name.formatted(ending));
    }

    /** What a fetched file is if it is no PDF, by what it holds and what the host calls it. */
    public static Optional<String> otherThanPdf(Path file, @Nullable String contentType) {
        String head = head(file);
        if (head.contains("%PDF-")) {
            return Optional.empty();
        }
        String start = head.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return Optional.of("a web page");
        }
        return Optional.of(contentType == null ? "a file of an unknown format" : "a file of type " + contentType);
    }

    private static String head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
