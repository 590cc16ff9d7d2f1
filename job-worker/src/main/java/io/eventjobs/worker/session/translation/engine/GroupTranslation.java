package io.eventjobs.worker.session.translation.engine;

import io.eventjobs.worker.endpoint.EndpointException;
import io.eventjobs.worker.usage.ModelUsages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Translates a few texts in one call. What cannot be taken of the answer is asked again in halves, down to single texts, as long as
 * there is patience; what stays without a translation is left to the caller. For one thread.
 */
public final class GroupTranslation {
    private final Translator translator;
    private final LanguagePair languages;
    private final Terms terms;
    private final ModelUsages usages;
    private final RepairBudget patience;

    private final Map<String, String> translations = new HashMap<>();
    private final Map<String, TranslationFault> faults = new TreeMap<>();

    public GroupTranslation(
            Translator translator, LanguagePair languages, Terms terms, ModelUsages usages, RepairBudget patience) {
        this.translator = translator;
        this.languages = languages;
        this.terms = terms;
        this.usages = usages;
        this.patience = patience;
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
        if (patience.isOver()) {
            return;
        }
        Terms own = terms.in(texts);
        Map<Integer, String> answers = answers(new TranslationRequest(languages, own, texts, refused));
        Map<Integer, TranslationFault> wrong = new TranslationCheck(languages, own).faults(texts, answers);
        List<String> again = new ArrayList<>();
        Map<String, TranslationFault> why = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            TranslationFault fault = wrong.get(i);
            String text = texts.get(i);
            if (fault == null || fault.isMild()) {
                translations.put(text, answers.getOrDefault(i, "").strip());
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
            if (!part.isEmpty() && patience.repair()) {
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

    /** What is no answer at all is one without any text in it. */
    private Map<Integer, String> answers(TranslationRequest order) throws InterruptedException {
        try {
            return translator.translate(order, usages);
        } catch (EndpointException e) {
            if (e.fault().isLasting()) {
                patience.end(e);
            }
            return Map.of();
        }
    }

    /**
     * What became of the texts.
     *
     * @param translations by text
     * @param left texts without a translation, in their order
     * @param faults of answers that could not be taken, or only in want of a better one
     */
    public record Result(Map<String, String> translations, List<String> left, List<String> faults) {
        /** Whether asking again could not do better. */
        public boolean isWhole() {
            return left.isEmpty() && faults.isEmpty();
        }
    }
}
