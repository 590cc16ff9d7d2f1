package io.eventjobs.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The templates that come with the software, as resources in the same format as any other template. Thread-safe. */
public final class BuiltInTemplates {
    /** The template of jobs that do not choose one. */
    public static final String DEFAULT = "Session";

    private static final Map<String, BuiltIn> ALL = all();

    private BuiltInTemplates() {}

    public static Optional<DocumentTemplate> find(String name) {
        return Optional.ofNullable(ALL.get(name)).map(BuiltIn::template);
    }

    /** The file of a built-in template, as a starting point for one's own. */
    public static Optional<TemplateFile> text(String name) {
        return Optional.ofNullable(ALL.get(name)).map(BuiltIn::text);
    }

    /** All built-in templates, the default first. */
    public static List<DocumentTemplate> list() {
        return ALL.values().stream().map(BuiltIn::template).toList();
    }

    private static Map<String, BuiltIn> all() {
        Map<String, BuiltIn> all = new LinkedHashMap<>();
        for (String name : List.of(DEFAULT, "Summary", "Transcript")) {
            all.put(name, read(name));
        }
        return all;
    }

    private static BuiltIn read(String name) {
        try (InputStream in = BuiltInTemplates.class.getResourceAsStream(name + TemplateFile.EXTENSION)) {
            if (in == null) {
                throw new IllegalStateException("missing resource of built-in template " + name);
            }
            TemplateFile text = new TemplateFile(name, in.readAllBytes());
            return new BuiltIn(text, text.read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidTemplateException e) {
            throw new IllegalStateException("invalid built-in template " + name + ": " + e.getMessage(), e);
        }
    }

    private record BuiltIn(TemplateFile text, DocumentTemplate template) {}
}
