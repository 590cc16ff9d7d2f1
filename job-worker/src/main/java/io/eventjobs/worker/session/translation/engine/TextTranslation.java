package io.eventjobs.worker.session.translation.engine;

import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.worker.checkpoint.Checkpoints;
import io.eventjobs.worker.usage.ModelUsages;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/**
 * Translates many texts: each only once, in groups, several groups at a time, and none that has a checkpoint. For the thread of an
 * execution.
 */
public final class TextTranslation {
    private final Translator translator;
    private final Checkpoints checkpoints;
    private final ModelUsages usages;
    private final RepairBudget budget;
    private final Progress progress;

    public TextTranslation(Translator translator, Checkpoints checkpoints, RepairBudget budget, Progress progress) {
        this.translator = translator;
        this.checkpoints = checkpoints;
        this.usages = checkpoints.usage().models();
        this.budget = budget;
        this.progress = progress;
    }

    /** Translates texts of one line each, with marks. */
    public Result translate(List<String> texts, LanguagePair languages, Terms terms)
            throws IOException, InterruptedException {
        Translator.Batch batch = translator.batch();
        Map<String, List<String>> pieces = new LinkedHashMap<>();
        for (String text : texts) {
            pieces.computeIfAbsent(text, fresh -> LongText.pieces(fresh, languages.source(), batch.maxCharacters()));
        }
        List<String> all =
                pieces.values().stream().flatMap(List::stream).distinct().toList();
        List<GroupTranslation.Result> results = results(groups(all, batch), languages, terms);
        Map<String, String> translations = new HashMap<>();
        LinkedHashSet<String> faults = new LinkedHashSet<>();
        if (results.stream().anyMatch(result -> !result.translations().isEmpty())) {
            usages.addContribution(Translator.STEP, translator.name());
        }
        results.forEach(result -> {
            translations.putAll(result.translations());
            faults.addAll(result.faults());
        });
        Map<String, String> whole = new HashMap<>();
        pieces.forEach((text, parts) -> {
            if (translations.keySet().containsAll(parts)) {
                whole.put(
                        text,
                        LongText.joined(parts.stream().map(translations::get).toList(), languages.target()));
            }
        });
        return new Result(whole, List.copyOf(faults));
    }

    /** As many texts in each as fit, in their order. */
    private static List<List<String>> groups(List<String> texts, Translator.Batch batch) {
        List<List<String>> groups = new ArrayList<>();
        List<String> group = new ArrayList<>();
        int characters = 0;
        for (String text : texts) {
            if (!group.isEmpty()
                    && (group.size() == batch.maxTexts() || characters + text.length() > batch.maxCharacters())) {
                groups.add(group);
                group = new ArrayList<>();
                characters = 0;
            }
            group.add(text);
            characters += text.length();
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        return groups;
    }

    private List<GroupTranslation.Result> results(List<List<String>> groups, LanguagePair languages, Terms terms)
            throws IOException, InterruptedException {
        Map<List<String>, GroupTranslation.Result> results = stored(groups, languages, terms);
        ThreadFactory threads = Thread.ofVirtual().name("translation-", 0).factory();
        ExecutorService calls = Context.taskWrapping(
                Executors.newFixedThreadPool(translator.batch().maxConcurrentCalls(), threads));
        try {
            Map<List<String>, Future<GroupTranslation.Result>> asked = new LinkedHashMap<>();
            groups.stream().filter(group -> !results.containsKey(group)).forEach(group -> {
                GroupTranslation fresh = new GroupTranslation(translator, languages, terms, usages, budget);
                asked.put(group, calls.submit(() -> fresh.translate(group)));
            });
            for (Map.Entry<List<String>, Future<GroupTranslation.Result>> call : asked.entrySet()) {
                progress.advance(results.size(), groups.size());
                List<String> group = call.getKey();
                results.put(
                        group,
                        checkpoints.getOrCompute(
                                key(group, languages, terms),
                                new TranslationGroupCodec(group),
                                () -> awaited(call.getValue())));
            }
        } finally {
            calls.shutdownNow();
            calls.close();
        }
        return groups.stream().map(results::get).toList();
    }

    /** The groups that have a checkpoint. */
    private Map<List<String>, GroupTranslation.Result> stored(
            List<List<String>> groups, LanguagePair languages, Terms terms) throws IOException, InterruptedException {
        Map<List<String>, GroupTranslation.Result> stored = new HashMap<>();
        for (List<String> group : groups) {
            GroupTranslation.Result nothing = new GroupTranslation.Result(Map.of(), group, List.of());
            GroupTranslation.Result found =
                    checkpoints.<GroupTranslation.Result, TranslationGroupCodec.Translations, IOException>getOrCompute(
                            key(group, languages, terms), new TranslationGroupCodec(group), () -> nothing);
            if (found.isComplete()) {
                stored.put(group, found);
            }
        }
        return stored;
    }

    private CheckpointKey key(List<String> group, LanguagePair languages, Terms terms) {
        return TranslationGroupCodec.key(checkpoints, translator, languages, terms, group);
    }

    private static GroupTranslation.Result awaited(Future<GroupTranslation.Result> call) throws InterruptedException {
        try {
            return call.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a group of texts was not translated", e.getCause());
        }
    }

    /** Is told of each group that is done. */
    public interface Progress {
        void advance(int done, int total);
    }

    /**
     * The results for the texts.
     *
     * @param translations by text; untranslated texts are not in it
     * @param faults of translations that were not acceptable, or only in want of better ones
     */
    public record Result(Map<String, String> translations, List<String> faults) {}
}
