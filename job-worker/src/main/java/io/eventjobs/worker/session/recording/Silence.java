package io.eventjobs.worker.session.recording;

/** Where nobody is heard, in milliseconds from the start. */
public record Silence(long startMillis, long endMillis) {
    long millis() {
        return endMillis - startMillis;
    }

    long middle() {
        return startMillis + millis() / 2;
    }
}
