package io.eventjobs.worker.session.translation.engine;

import io.eventjobs.worker.endpoint.EndpointException;
import io.eventjobs.worker.usage.ModelUsages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Translates a few texts in one call. Texts whose translation is not acceptable are sent again in halves, down to single texts, as
 * far as the repair budget allows; the caller learns which remain untranslated. For one thread.
 */
public final class GroupTranslation {
    private final Translator translator;
    private final LanguagePair languages;
    private final Terms terms;
    private final ModelUsages usages;
    private final RepairBudget budget;

    private final Map<String, String> translations = new HashMap<>();
    private final Map<String, TranslationFault> faults = new TreeMap<>();

    public GroupTranslation(
            Translator translator, LanguagePair languages, Terms terms, ModelUsages usages, RepairBudget budget) {
        this.translator = translator;
        this.languages = languages;
        this.terms = terms;
        this.usages = usages;
        this.budget = budget;
    }

    public Result translate(List<String> texts) throws InterruptedException {
        ask(texts, Map.of());
        return new Result(
                Map.copyOf(translations),
                texts.stream().filter(text -> !translations.containsKey(text)).toList(),
                faults.values().stream()
                        .map(TranslationFault::words)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private void ask(List<String> texts, Map<Integer, String> refused) throws InterruptedException {
        if (budget.isOver()) {
            return;
        }
        Terms own = terms.in(texts);
        Map<Integer, String> results = call(new TranslationRequest(languages, own, texts, refused));
        Map<Integer, TranslationFault> wrong = new TranslationCheck(languages, own).faults(texts, results);
        List<String> again = new ArrayList<>();
        Map<String, TranslationFault> why = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            TranslationFault fault = wrong.get(i);
            String text = texts.get(i);
            if (fault == null || fault.isMild()) {
                translations.put(text, results.getOrDefault(i, "").strip());
                faults.remove(text);
            }
            if (fault != null) {
                faults.put(text, fault);
                again.add(text);
                why.put(text, fault);
            }
        }
        boolean isLast = texts.size() == 1 && !refused.isEmpty();
        if (!again.isEmpty() && !isLast) {
            askAgain(again, why);
        }
    }

    private void askAgain(List<String> texts, Map<String, TranslationFault> why) throws InterruptedException {
        int half = (texts.size() + 1) / 2;
        for (List<String> part : List.of(texts.subList(0, half), texts.subList(half, texts.size()))) {
            if (!part.isEmpty() && budget.take()) {
                Map<Integer, String> refused = new HashMap<>();
                for (int i = 0; i < part.size(); i++) {
                    TranslationFault fault = why.get(part.get(i));
                    if (fault != null) {
                        refused.put(i, fault.words());
                    }
                }
                ask(part, refused);
            }
        }
    }

    /** A call that fails counts as one without any translation. */
    private Map<Integer, String> call(TranslationRequest request) throws InterruptedException {
        try {
            return translator.translate(request, usages);
        } catch (EndpointException e) {
            if (e.fault().isLasting()) {
                budget.end(e);
            }
            return Map.of();
        }
    }

    /**
     * The results for the texts.
     *
     * @param translations by text
     * @param untranslated texts, in their order
     * @param faults of translations that were not acceptable, or only in want of a better one
     */
    public record Result(Map<String, String> translations, List<String> untranslated, List<String> faults) {
        /** Whether another call could not improve it. */
        public boolean isComplete() {
            return untranslated.isEmpty() && faults.isEmpty();
        }
    }
}
