package io.eventjobs.worker.session.speech;

/** Is told how a transcription proceeds. Thread-safe. */
public interface TranscriptionProgress {
    /** A phase of it begins. */
    void begin(String message);

    /** {@code done} of {@code total} parts of the phase are finished. */
    void advance(int done, int total, String message);

    /** Something about its quality that a person should know, but no reader of the document. */
    void warn(String message);
}
