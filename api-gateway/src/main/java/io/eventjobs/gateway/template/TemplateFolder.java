package io.eventjobs.gateway.template;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.template.TemplateFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The templates of a folder, read again when the cached ones are too old. If the folder cannot be read, the cached ones stay. Thread-safe.
 */
final class TemplateFolder {
    static final int MAX_TEMPLATES = 200;

    private static final Logger LOG = LoggerFactory.getLogger(TemplateFolder.class);

    private final @Nullable Path folder;
    private final long freshNanos;
    private final Ticker ticker;
    private Map<String, FoundTemplate> known = Map.of();
    private long readNanos;

    /**
     * @param folder null for none
     * @throws IllegalStateException if the folder does not exist
     */
    TemplateFolder(@Nullable Path folder, Duration reload, Ticker ticker) {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IllegalStateException("event-jobs.templates.folder is " + folder + ", which is no folder");
        }
        this.folder = folder;
        this.freshNanos = reload.toNanos();
        this.ticker = ticker;
        this.readNanos = ticker.nanos() - freshNanos;
    }

    /** The templates by name, in alphabetical order. */
    synchronized Map<String, FoundTemplate> templates() {
        if (folder != null && ticker.nanos() - readNanos >= freshNanos) {
            readNanos = ticker.nanos();
            try {
                known = read(folder);
            } catch (IOException | UncheckedIOException e) {
                LOG.atWarn().addKeyValue(LogKeys.FOLDER, folder).setCause(e).log("Template folder not readable");
            }
        }
        return known;
    }

    private Map<String, FoundTemplate> read(Path from) throws IOException {
        SortedMap<String, FoundTemplate> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(TemplateFolder::isTemplate)
                    .sorted()
                    .limit(MAX_TEMPLATES + 1L)
                    .toList()) {
                if (found.size() == MAX_TEMPLATES) {
                    LOG.atWarn()
                            .addKeyValue(LogKeys.FOLDER, from)
                            .log("Template folder has too many templates; the rest is ignored");
                    break;
                }
                FoundTemplate template = FoundTemplate.of(text(file));
                found.put(template.name(), template);
                tellIfNew(template);
            }
        }
        return found;
    }

    private void tellIfNew(FoundTemplate template) {
        boolean isKnown = known.get(template.name()) instanceof FoundTemplate.Bad before
                && before.text().hash().equals(template.text().hash());
        if (template instanceof FoundTemplate.Bad bad && !isKnown) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.TEMPLATE, bad.name())
                    .addKeyValue(LogKeys.FAULT, bad.fault())
                    .log("Invalid template ignored");
        }
    }

    /** Names that start with a dot belong to editors and mounted volumes. */
    private static boolean isTemplate(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(TemplateFile.EXTENSION) && !name.startsWith(".") && Files.isRegularFile(file);
    }

    private static TemplateFile text(Path file) throws IOException {
        String name = file.getFileName().toString();
        try (InputStream in = Files.newInputStream(file)) {
            return new TemplateFile(
                    name.substring(0, name.length() - TemplateFile.EXTENSION.length()),
                    in.readNBytes(TemplateFile.MAX_BYTES + 1));
        }
    }
}
