package io.eventjobs.worker.session.recording;

/** A silence, in milliseconds from the start of the recording. */
public record Silence(long startMillis, long endMillis) {
    long millis() {
        return endMillis - startMillis;
    }

    long middle() {
        return startMillis + millis() / 2;
    }
}
