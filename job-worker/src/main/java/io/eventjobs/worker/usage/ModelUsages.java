package io.eventjobs.worker.usage;

import io.eventjobs.model.job.ModelUsage;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects an execution's model usage: one entry per step and model, in alphabetical order. Thread-safe. */
public final class ModelUsages {
    private final SortedMap<String, ModelUsage> byStepAndModel = new TreeMap<>();

    public synchronized void add(ModelUsage usage) {
        byStepAndModel.merge(usage.step() + "\0" + usage.model(), usage, ModelUsage::plus);
    }

    public synchronized List<ModelUsage> all() {
        return List.copyOf(byStepAndModel.values());
    }
}
