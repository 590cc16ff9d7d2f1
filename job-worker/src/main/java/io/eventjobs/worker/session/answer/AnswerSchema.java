package io.eventjobs.worker.session.answer;

import io.eventjobs.template.FieldType;
import io.eventjobs.template.TemplateField;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schema of an answer. Services that enforce a schema support types only, so the schema that they are sent states lengths in
 * words; the schema that answers are validated against has them as bounds.
 */
final class AnswerSchema {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final boolean isBounded;

    private AnswerSchema(boolean isBounded) {
        this.isBounded = isBounded;
    }

    /** The schema that is sent. */
    static ObjectNode sent(List<TemplateField> fields) {
        return new AnswerSchema(false).of(fields);
    }

    /** The schema that answers are validated against. */
    static ObjectNode bounded(List<TemplateField> fields) {
        return new AnswerSchema(true).of(fields);
    }

    /** The question, with the bounds of its answer. */
    static String question(TemplateField field) {
        return field.question() + bounds(field.type());
    }

    private ObjectNode of(List<TemplateField> fields) {
        ObjectNode schema = object();
        ArrayNode required = schema.withArray("required");
        for (TemplateField field : fields) {
            required.add(field.name());
            ObjectNode property = of(field.type(), !field.isRequired());
            if (!isBounded) {
                property.put("description", question(field));
            }
            schema.withObject("properties").set(field.name(), property);
        }
        return schema;
    }

    private ObjectNode of(FieldType form, boolean mayBeNull) {
        return switch (form) {
            case FieldType.Text text -> text(text.maxLength(), mayBeNull);
            case FieldType.Line line -> text(line.maxLength(), mayBeNull);
            case FieldType.Lines lines -> list(lines.max(), text(lines.maxLength(), false), mayBeNull);
            case FieldType.Tags tags -> list(tags.max(), text(200, false), mayBeNull);
            case FieldType.Sections sections -> {
                ObjectNode section = object();
                section.withArray("required").add("heading").add("text");
                section.withObject("properties").set("heading", text(300, false));
                section.withObject("properties").set("text", text(sections.maxLength(), false));
                yield list(sections.max(), section, mayBeNull);
            }
            case FieldType.Choice choice -> {
                ObjectNode node = typed("string", mayBeNull);
                ArrayNode words = node.putArray("enum");
                choice.of().forEach(words::add);
                if (mayBeNull) {
                    words.addNull();
                }
                yield node;
            }
            case FieldType.Number number -> {
                ObjectNode node = typed("integer", mayBeNull);
                yield isBounded ? node.put("minimum", number.min()).put("maximum", number.max()) : node;
            }
        };
    }

    private ObjectNode text(int maxLength, boolean mayBeNull) {
        ObjectNode node = typed("string", mayBeNull);
        return isBounded ? node.put("maxLength", maxLength) : node;
    }

    private ObjectNode list(int max, ObjectNode items, boolean mayBeNull) {
        ObjectNode node = typed("array", mayBeNull);
        node.set("items", items);
        return isBounded ? node.put("maxItems", max) : node;
    }

    private static ObjectNode object() {
        return JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
    }

    private static ObjectNode typed(String type, boolean mayBeNull) {
        ObjectNode node = JSON.createObjectNode();
        if (mayBeNull) {
            node.putArray("type").add(type).add("null");
            return node;
        }
        return node.put("type", type);
    }

    private static String bounds(FieldType form) {
        return switch (form) {
            case FieldType.Text text ->
                " At most " + text.maxLength() + " characters; paragraphs parted by a blank line.";
            case FieldType.Line line -> " One line of at most " + line.maxLength() + " characters.";
            case FieldType.Lines lines ->
                " At most " + lines.max() + " texts of at most " + lines.maxLength() + " characters each.";
            case FieldType.Tags tags -> " At most " + tags.max() + " words or short terms.";
            case FieldType.Sections sections ->
                " At most " + sections.max() + " sections, each with a short heading and a text of at most "
                        + sections.maxLength() + " characters.";
            case FieldType.Choice choice -> " One of: " + String.join(", ", choice.of()) + ".";
            case FieldType.Number number -> " A whole number from " + number.min() + " to " + number.max() + ".";
        };
    }
}
