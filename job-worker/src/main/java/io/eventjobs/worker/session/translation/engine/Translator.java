package io.eventjobs.worker.session.translation.engine;

import io.eventjobs.worker.endpoint.EndpointException;
import io.eventjobs.worker.usage.ModelUsages;
import java.util.Map;

/** A service that translates. What it answers is to be checked. Thread-safe; an interrupt ends a call at once. */
public interface Translator {
    /** As it is called in usage: translations that come from a checkpoint owe something to it, too. */
    String STEP = "translation";

    /** The name of the model or service, for people. */
    String name();

    /** All that an answer follows from beside the order: the service, its model, what it is told. */
    String identity();

    /** How much is sent in one call. */
    Portion portion();

    /** Translates. Texts without an answer, or with one of another form, are left out. */
    Map<Integer, String> translate(TranslationRequest order, ModelUsages usages)
            throws EndpointException, InterruptedException;

    /**
     * How much is sent at once.
     *
     * @param characters most in one call
     * @param texts most in one call
     * @param parallel most calls of one job at once
     */
    record Portion(int characters, int texts, int parallel) {}
}
