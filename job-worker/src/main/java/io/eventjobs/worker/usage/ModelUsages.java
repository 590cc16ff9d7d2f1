package io.eventjobs.worker.usage;

import io.eventjobs.model.job.ModelUsage;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Collects an execution's model usage: one entry per step and model, in alphabetical order. A model that was called may have answered
 * nothing that could be used; what a model contributed to is told apart. Thread-safe.
 */
public final class ModelUsages {
    private final SortedMap<String, ModelUsage> byStepAndModel = new TreeMap<>();
    private final SortedSet<String> contributions = new TreeSet<>();

    public synchronized void add(ModelUsage usage) {
        byStepAndModel.merge(key(usage.step(), usage.model()), usage, ModelUsage::plus);
    }

    /** An answer of the model, of this execution or of a checkpoint, is part of the results. */
    public synchronized void addContribution(String step, String model) {
        add(ModelUsage.reused(step, model));
        contributions.add(key(step, model));
    }

    /** The usage of those models that contributed. */
    public synchronized List<ModelUsage> contributors() {
        return contributions.stream().map(byStepAndModel::get).toList();
    }

    public synchronized List<ModelUsage> all() {
        return List.copyOf(byStepAndModel.values());
    }

    private static String key(String step, String model) {
        return step + "\0" + model;
    }
}
