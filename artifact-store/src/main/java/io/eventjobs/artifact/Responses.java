package io.eventjobs.artifact;

import io.minio.errors.ErrorResponseException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Waits for responses of the client, for a bounded time, and translates its exceptions. */
final class Responses {
    private Responses() {}

    static <T> T await(CompletableFuture<T> response, Duration timeout, String operation) {
        return await(response, timeout, operation, late -> {});
    }

    /** @param onLateResponse receives a response that arrives after the wait has ended, to release its resources */
    static <T> T await(CompletableFuture<T> response, Duration timeout, String operation, Consumer<T> onLateResponse) {
        try {
            return response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            response.thenAccept(onLateResponse);
            throw new ArtifactStoreException("object store: interrupted, could not " + operation, e);
        } catch (TimeoutException e) {
            response.thenAccept(onLateResponse);
            throw new ArtifactStoreException("object store: no response in time, could not " + operation, e);
        } catch (ExecutionException e) {
            throw translated(operation, e.getCause() == null ? e : e.getCause());
        }
    }

    private static ArtifactStoreException translated(String operation, Throwable cause) {
        if (cause instanceof ErrorResponseException answer) {
            return answered(operation, answer);
        }
        // There were no credentials to send a request with.
        if (cause instanceof ArtifactStoreException known) {
            return known;
        }
        return new ArtifactStoreException("object store: could not " + operation, cause);
    }

    private static ArtifactStoreException answered(String operation, ErrorResponseException answer) {
        String code = String.valueOf(answer.errorResponse().code());
        String message = "object store: " + code + ", could not " + operation;
        if (!StoreRefusedException.isRefusal(answer.response().code(), code)) {
            return new ArtifactStoreException(message, answer);
        }
        String reason = Objects.requireNonNullElse(answer.errorResponse().message(), "");
        return new StoreRefusedException(message, code, reason, answer);
    }
}
