package io.eventjobs.artifact;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.util.Set;
import java.util.random.RandomGenerator;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Retries requests that failed and are safe to repeat. A conditional put whose response was lost is not: the second attempt
 * would find the object of the first, and report a concurrent write.
 */
final class SafeRetry implements Interceptor {
    private static final int MAX_ATTEMPTS = 3;
    private static final long INITIAL_DELAY_MILLIS = 100;

    /** Too many requests, and the statuses of servers and proxies that are starting or overloaded. */
    private static final Set<Integer> RETRYABLE = Set.of(429, 500, 502, 503, 504);

    /** Two conditional puts of one key collided: this one was not stored, and the other one may not have been, either. */
    private static final int CONFLICT = 409;

    private final RandomGenerator random;

    SafeRetry(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        boolean idempotent = isIdempotent(request);
        Chain once = chain.withRetryOnConnectionFailure(false);
        for (int attempt = 1; ; attempt++) {
            try {
                Response response = once.proceed(request);
                if (attempt == MAX_ATTEMPTS || !isRetryable(response, request, idempotent)) {
                    return response;
                }
                response.close();
            } catch (IOException e) {
                if (attempt == MAX_ATTEMPTS || !isRetryable(e, idempotent)) {
                    throw e;
                }
            }
            pause(attempt);
        }
    }

    private static boolean isIdempotent(Request request) {
        return switch (request.method()) {
            case "GET", "HEAD", "DELETE" -> true;
            case "PUT" -> !isConditional(request);
            case "POST" -> request.url().queryParameterNames().contains("delete");
            default -> false;
        };
    }

    private static boolean isConditional(Request request) {
        return request.header("If-None-Match") != null;
    }

    private static boolean isRetryable(Response response, Request request, boolean idempotent) {
        if (isConditional(request)) {
            return response.code() == CONFLICT;
        }
        return idempotent && RETRYABLE.contains(response.code());
    }

    private static boolean isRetryable(IOException failure, boolean idempotent) {
        if (failure instanceof InterruptedIOException) {
            // Timeouts: retrying would multiply the caller's wait.
            return false;
        }
        return idempotent || failure instanceof ConnectException;
    }

    private void pause(int attempt) throws IOException {
        long maxDelay = INITIAL_DELAY_MILLIS << attempt;
        try {
            Thread.sleep(maxDelay / 2 + random.nextLong(maxDelay / 2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted between two attempts");
        }
    }
}
