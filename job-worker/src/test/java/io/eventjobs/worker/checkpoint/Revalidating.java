package io.eventjobs.worker.checkpoint;

import java.io.IOException;

/** An origin that counts whatever is stored as out of date, and computes it again. */
record Revalidating(Computation<StoredText, RuntimeException> computation)
        implements Revalidator<StoredText, StoredText.Value, RuntimeException> {
    static Revalidating outdated(Computation<StoredText, RuntimeException> computation) {
        return new Revalidating(computation);
    }

    @Override
    public StoredText compute() throws IOException, InterruptedException {
        return computation.compute();
    }

    @Override
    public Revalidation<StoredText> revalidate(StoredText.Value stored, Age age)
            throws IOException, InterruptedException {
        return new Revalidation.Replaced<>(compute());
    }
}
