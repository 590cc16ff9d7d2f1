package io.eventjobs.worker.session.translation.engine;

import java.util.List;
import java.util.Map;

/**
 * Texts to be translated in one call.
 *
 * @param terms that occur in the texts
 * @param texts of one line each, with marks
 * @param refused why an earlier translation was not acceptable, by the index of the text
 */
public record TranslationRequest(
        LanguagePair languages, Terms terms, List<String> texts, Map<Integer, String> refused) {
    public TranslationRequest {
        texts = List.copyOf(texts);
        refused = Map.copyOf(refused);
    }
}
