package io.eventjobs.worker.session.answer;

import io.eventjobs.worker.session.translation.LanguageDetection;
import io.eventjobs.worker.session.translation.engine.LanguageTag;
import tools.jackson.databind.JsonNode;

/**
 * The language that answers must be in. A short answer is always accepted; a long one is refused if it is certainly in another
 * language. Thread-safe.
 */
record AnswerLanguage(LanguageDetection detection, LanguageTag wanted) {
    /** @param value a valid answer, so it is nested no deeper than its schema */
    boolean accepts(JsonNode value) {
        StringBuilder words = new StringBuilder();
        gather(value, words);
        return detection.detect(wanted, words.toString()).isSameLanguage(wanted);
    }

    /** The name of the language in instructions for the model. */
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
