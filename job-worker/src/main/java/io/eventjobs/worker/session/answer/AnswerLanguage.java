package io.eventjobs.worker.session.answer;

import io.eventjobs.worker.session.translation.LanguageDetection;
import io.eventjobs.worker.session.translation.engine.LanguageTag;
import tools.jackson.databind.JsonNode;

/**
 * In which language answers have to be. Of a short one nobody can tell; a long one is refused where it is surely in another.
 * Thread-safe.
 */
record AnswerLanguage(LanguageDetection detection, LanguageTag wanted) {
    /** @param value that fits its schema, so it is nested no deeper than that */
    boolean admits(JsonNode value) {
        StringBuilder words = new StringBuilder();
        gather(value, words);
        return detection.judged(wanted, words.toString()).isSameLanguage(wanted);
    }

    /** As the model is told of it. */
    String name() {
        return wanted.englishName() + " (" + wanted + ")";
    }

    private static void gather(JsonNode value, StringBuilder words) {
        if (value.isString()) {
            words.append(value.asString()).append('\n');
        }
        value.forEach(part -> gather(part, words));
    }
}
