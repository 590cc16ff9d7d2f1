package io.eventjobs.worker.session.speech;

/** Is told how a transcription proceeds. Thread-safe. */
public interface TranscriptionProgress {
    /** A phase of it begins. */
    void begin(String message);

    /** {@code done} of {@code total} parts of the phase are finished. */
    void advance(int done, int total, String message);

    /** A remark about its quality for the job's log, but not for readers of the document. */
    void warn(String message);
}
