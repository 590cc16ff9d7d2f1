package io.eventjobs.worker.session.answer;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.eventjobs.template.FieldType;
import io.eventjobs.template.TemplateField;
import io.eventjobs.worker.session.document.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Validates an answer against the schema of its fields, and reads the valid parts. */
final class AnswerReader {
    private static final int MAX_FAULT_LENGTH = 200;

    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getDraft202012());
    private final AnswerText texts;
    private final @Nullable AnswerLanguage language;

    /** @param language null for any */
    AnswerReader(AnswerText texts, @Nullable AnswerLanguage language) {
        this.texts = texts;
        this.language = language;
    }

    /** The faults of an answer by field; fields that are not listed are valid. */
    Map<String, String> faults(JsonNode answer, List<TemplateField> fields) {
        Map<String, String> faults = new LinkedHashMap<>();
        Set<String> names =
                new LinkedHashSet<>(fields.stream().map(TemplateField::name).toList());
        Schema schema = registry.getSchema(AnswerSchema.bounded(fields));
        for (Error error : schema.validate(answer)) {
            String field = error.getInstanceLocation().getNameCount() == 0
                    ? String.valueOf(error.getProperty())
                    : error.getInstanceLocation().getName(0);
            if (names.contains(field)) {
                faults.putIfAbsent(field, shortened(String.valueOf(error.getMessage())));
            }
        }
        for (String field : names) {
            if (language != null && !faults.containsKey(field) && !language.accepts(answer.path(field))) {
                faults.put(field, "it must be in " + language.name());
            }
        }
        return faults;
    }

    /** The valid answer to a field as plain text; empty if there is none in it. */
    Optional<Answer> read(JsonNode value, FieldType form) {
        return switch (form) {
            case FieldType.Text text -> words(texts.paragraphs(value.asString("")));
            case FieldType.Line line -> words(texts.line(value.asString("")));
            case FieldType.Choice choice ->
                value.isString() ? Optional.of(new Answer.Words(value.asString())) : Optional.empty();
            case FieldType.Number number ->
                value.isIntegralNumber() ? Optional.of(new Answer.Number(value.asLong())) : Optional.empty();
            case FieldType.Lines lines -> {
                List<String> items = new ArrayList<>();
                value.forEach(item -> items.add(texts.line(item.asString(""))));
                yield items(items);
            }
            case FieldType.Tags tags -> {
                List<String> items = new ArrayList<>();
                value.forEach(item -> items.add(texts.tag(item.asString(""))));
                yield items(items);
            }
            case FieldType.Sections sections -> sections(value);
        };
    }

    private Optional<Answer> sections(JsonNode value) {
        List<Answer.Section> sections = new ArrayList<>();
        value.forEach(item -> {
            String heading = texts.line(item.path("heading").asString(""));
            String text = texts.paragraphs(item.path("text").asString(""));
            if (!heading.isEmpty() && !text.isEmpty()) {
                sections.add(new Answer.Section(heading, text));
            }
        });
        return sections.isEmpty() ? Optional.empty() : Optional.of(new Answer.Sections(sections));
    }

    private static Optional<Answer> words(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new Answer.Words(text));
    }

    private static Optional<Answer> items(List<String> items) {
        List<String> kept =
                items.stream().filter(item -> !item.isEmpty()).distinct().toList();
        return kept.isEmpty() ? Optional.empty() : Optional.of(new Answer.Items(kept));
    }

    private static String shortened(String text) {
        return text.length() <= MAX_FAULT_LENGTH ? text : text.substring(0, MAX_FAULT_LENGTH - 1) + "…";
    }
}
