package io.eventjobs.worker.session.translation.engine;

import java.util.List;
import java.util.Map;

/**
 * Texts to be translated in one call.
 *
 * @param terms that stand in the texts
 * @param texts on one line each, with marks
 * @param refused why an earlier answer could not be taken, by the place of the text, from 0
 */
public record TranslationRequest(LanguagePair languages, Terms terms, List<String> texts, Map<Integer, String> refused) {
    public TranslationRequest {
        texts = List.copyOf(texts);
        refused = Map.copyOf(refused);
    }
}
