package io.eventjobs.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The templates that are always there. They are files as everybody's own; each version of the program has its own. */
public final class BuiltInTemplates {
    /** The one of jobs that do not say. */
    public static final String DEFAULT = "Session";

    private static final Map<String, BuiltIn> ALL = all();

    private BuiltInTemplates() {}

    public static Optional<DocumentTemplate> find(String name) {
        return Optional.ofNullable(ALL.get(name)).map(BuiltIn::template);
    }

    /** The file of one, to begin an own one with. */
    public static Optional<TemplateFile> text(String name) {
        return Optional.ofNullable(ALL.get(name)).map(BuiltIn::text);
    }

    /** All of them, the default first. */
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
                throw new IllegalStateException("no built-in template " + name);
            }
            TemplateFile text = new TemplateFile(name, in.readAllBytes());
            return new BuiltIn(text, text.read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidTemplateException e) {
            throw new IllegalStateException("the built-in template " + name + ": " + e.getMessage(), e);
        }
    }

    private record BuiltIn(TemplateFile text, DocumentTemplate template) {}
}
