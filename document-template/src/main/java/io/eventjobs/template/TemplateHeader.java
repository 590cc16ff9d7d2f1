package io.eventjobs.template;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The header of a template.
 *
 * @param frontMatter names of the fields whose answers are part of the front matter
 */
record TemplateHeader(
        String name, String description, List<TemplateField> fields, List<String> frontMatter, Set<SourcePart> needs) {
    private static final int MAX_DESCRIPTION_LENGTH = 300;
    private static final int MAX_FIELDS = 30;
    private static final int FIRST_LINE = 2;
    private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(0)
            .build();

    TemplateHeader {
        fields = List.copyOf(fields);
        frontMatter = List.copyOf(frontMatter);
        needs = Set.copyOf(needs);
    }

    /** @param name the template's name, from the file's name */
    static TemplateHeader of(String name, String yaml, TemplateErrors errors) {
        KeyLines lines = lines(yaml, errors);
        Map<?, ?> header = lines == null ? null : loaded(yaml, errors);
        if (lines == null || header == null) {
            return new TemplateHeader(name, "", List.of(), List.of(), Set.of());
        }
        HeaderReader reader = new HeaderReader("", header, lines, errors);
        String given = reader.text("name", 100, name);
        if (!given.equals(name)) {
            errors.add(lines.of("name"), "name must be the file's name, " + name);
        }
        String description = reader.requiredText("description", MAX_DESCRIPTION_LENGTH);
        List<TemplateField> fields = fields(reader.map("fields"), lines.in("fields"), errors);
        List<String> tags = fields.stream()
                .filter(field -> field.type() instanceof FieldType.Tags)
                .map(TemplateField::name)
                .toList();
        List<String> frontMatter = reader.texts("front_matter", tags);
        frontMatter.stream()
                .filter(field -> fields.stream().noneMatch(known -> known.name().equals(field)))
                .forEach(field -> errors.add(lines.of("front_matter"), "unknown field in front_matter: " + field));
        Set<SourcePart> needs = needs(reader.texts("needs", List.of()), lines.of("needs"), errors);
        reader.rejectUnknownKeys();
        return new TemplateHeader(name, description, fields, frontMatter, needs);
    }

    private static @Nullable KeyLines lines(String yaml, TemplateErrors errors) {
        try {
            return KeyLines.of(yaml, FIRST_LINE, SETTINGS, errors);
        } catch (YamlEngineException e) {
            return refused(e, errors);
        }
    }

    private static @Nullable Map<?, ?> loaded(String yaml, TemplateErrors errors) {
        try {
            Object header = new Load(SETTINGS).loadFromString(yaml);
            if (header instanceof Map<?, ?> map) {
                return map;
            }
            errors.add(FIRST_LINE, "the header must be a YAML map");
        } catch (YamlEngineException e) {
            return refused(e, errors);
        }
        return null;
    }

    private static <T> @Nullable T refused(YamlEngineException cause, TemplateErrors errors) {
        int line = cause instanceof MarkedYamlEngineException marked
                ? marked.getProblemMark().map(Mark::getLine).orElse(0)
                : 0;
        String words = cause instanceof MarkedYamlEngineException marked ? marked.getProblem() : cause.getMessage();
        errors.add(
                FIRST_LINE + line,
                "the header is not valid YAML: "
                        + String.valueOf(words).lines().findFirst().orElse(""));
        return null;
    }

    private static List<TemplateField> fields(Map<?, ?> wanted, KeyLines lines, TemplateErrors errors) {
        if (wanted.size() > MAX_FIELDS) {
            errors.add(lines.line(), "there must be at most " + MAX_FIELDS + " fields");
            return List.of();
        }
        Map<String, TemplateField> fields = new LinkedHashMap<>();
        wanted.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (!FIELD.matcher(name).matches()) {
                errors.add(lines.of(name), "name of field " + name + " must match " + FIELD);
            } else if (Variables.isReserved(name)) {
                errors.add(lines.of(name), "name of field " + name + " is reserved");
            } else if (value instanceof Map<?, ?> map) {
                fields.put(name, field(name, new HeaderReader(name + ".", map, lines.in(name), errors)));
            } else {
                errors.add(lines.of(name), "field " + name + " must have a type and a question");
            }
        });
        return List.copyOf(fields.values());
    }

    private static TemplateField field(String name, HeaderReader reader) {
        FieldType type = reader.fieldType();
        TemplateField field =
                new TemplateField(name, type, reader.requiredText("question", 1_000), reader.flag("required"));
        reader.rejectUnknownKeys();
        return field;
    }

    private static Set<SourcePart> needs(List<String> words, int line, TemplateErrors errors) {
        Set<SourcePart> needs = EnumSet.noneOf(SourcePart.class);
        List<String> unknown = new ArrayList<>(words);
        for (SourcePart part : SourcePart.values()) {
            if (unknown.remove(part.word())) {
                needs.add(part);
            }
        }
        if (!unknown.isEmpty()) {
            errors.add(line, "needs must be page, slides or transcript, but contains " + String.join(", ", unknown));
        }
        return needs;
    }
}
