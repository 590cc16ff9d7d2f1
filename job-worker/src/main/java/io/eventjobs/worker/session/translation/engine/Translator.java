package io.eventjobs.worker.session.translation.engine;

import io.eventjobs.worker.endpoint.EndpointException;
import io.eventjobs.worker.usage.ModelUsages;
import java.util.Map;

/** A translation service. Its translations have to be checked. Thread-safe; an interrupt ends a call at once. */
public interface Translator {
    /** The name under which usage is counted, also that of translations from a checkpoint. */
    String STEP = "translation";

    /** The name of the model or service, for readers. */
    String name();

    /** All that a translation depends on apart from the request: the service, its model, its instructions. */
    String identity();

    /** How much may be sent in one call. */
    Batch batch();

    /** The translations by the index of the text; texts without a usable one are left out. */
    Map<Integer, String> translate(TranslationRequest request, ModelUsages usages)
            throws EndpointException, InterruptedException;

    /**
     * How texts are sent.
     *
     * @param maxCharacters of one call
     * @param maxTexts of one call
     * @param maxConcurrentCalls of one job
     */
    record Batch(int maxCharacters, int maxTexts, int maxConcurrentCalls) {}
}
