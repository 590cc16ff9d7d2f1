package io.eventjobs.standalone.client;

import tools.jackson.databind.JsonNode;

/** A field of an answer as text on one line. */
public final class FieldText {
    private FieldText() {}

    /**
     * The field as text; empty if it is absent.
     *
     * @param field its name, or the names on the way to it with dots between them
     */
    public static String of(JsonNode answer, String field) {
        JsonNode value = answer;
        for (String name : field.split("\\.")) {
            value = value.path(name);
        }
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return TerminalText.line(value.isValueNode() ? value.asString("") : value.toString());
    }
}
