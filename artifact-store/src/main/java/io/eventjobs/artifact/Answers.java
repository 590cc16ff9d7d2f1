package io.eventjobs.artifact;

import io.minio.errors.ErrorResponseException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Waits for what the client answers, within a bound, and says in our words what went wrong. */
final class Answers {
    private Answers() {}

    static <T> T await(CompletableFuture<T> answer, Duration atMost, String doing) {
        return await(answer, atMost, doing, late -> {});
    }

    /** {@code ifLate} gets an answer that comes when nobody waits for it any more. */
    static <T> T await(CompletableFuture<T> answer, Duration atMost, String doing, Consumer<T> ifLate) {
        try {
            return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.thenAccept(ifLate);
            throw new ArtifactStoreException("object store: interrupted, could not " + doing, e);
        } catch (TimeoutException e) {
            answer.thenAccept(ifLate);
            throw new ArtifactStoreException("object store: no answer in time, could not " + doing, e);
        } catch (ExecutionException e) {
            throw translated(doing, e.getCause() == null ? e : e.getCause());
        }
    }

    private static ArtifactStoreException translated(String doing, Throwable cause) {
        if (cause instanceof ErrorResponseException refusal) {
            String code = String.valueOf(refusal.errorResponse().code());
            return new StoreRefusalException("object store: " + code + ", could not " + doing, code, refusal);
        }
        return new ArtifactStoreException("object store: could not " + doing, cause);
    }
}
