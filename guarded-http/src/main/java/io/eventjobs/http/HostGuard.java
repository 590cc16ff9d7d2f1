package io.eventjobs.http;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Concurrency limit, rate limit and circuit breaker of one host. Thread-safe. */
final class HostGuard {
    private static final Duration COOL_DOWN = Duration.ofSeconds(20);
    private static final int UNLIMITED = 100_000;
    private static final int MAX_CONCURRENT_IF_ALLOWED = 64;

    private final Bulkhead bulkhead;
    private final RateLimiter rate;
    private final CircuitBreaker circuit;

    HostGuard(String host, HostLimits limits, boolean allowedByName) {
        bulkhead = Bulkhead.of(
                host,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(allowedByName ? MAX_CONCURRENT_IF_ALLOWED : limits.maxConcurrent())
                        .maxWaitDuration(limits.maxWait())
                        .build());
        rate = RateLimiter.of(
                host,
                RateLimiterConfig.custom()
                        .limitRefreshPeriod(Duration.ofSeconds(1))
                        .limitForPeriod(allowedByName ? UNLIMITED : limits.maxPerSecond())
                        .timeoutDuration(limits.maxWait())
                        .build());
        circuit = CircuitBreaker.of(
                host,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(15)
                        .failureRateThreshold(90)
                        .waitDurationInOpenState(COOL_DOWN)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .build());
    }

    <T> T call(Call<T> call) throws FetchException, InterruptedException {
        try {
            circuit.acquirePermission();
        } catch (CallNotPermittedException e) {
            throw new FetchException(new FetchFailure(
                    FetchCode.CIRCUIT_OPEN,
                    0,
                    "The host failed too often lately; no requests are sent to it for a while.",
                    COOL_DOWN,
                    null));
        }
        long start = System.nanoTime();
        try {
            T result = withPermits(call);
            circuit.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return result;
        } catch (FetchException e) {
            record(e, System.nanoTime() - start);
            throw e;
        } catch (InterruptedException e) {
            circuit.releasePermission();
            throw e;
        }
    }

    private <T> T withPermits(Call<T> call) throws FetchException, InterruptedException {
        try {
            RateLimiter.waitForPermission(rate);
            bulkhead.acquirePermission();
        } catch (RequestNotPermitted | BulkheadFullException e) {
            throw new FetchException(FetchCode.HOST_BUSY, "Too many requests to this host are in progress.");
        } catch (AcquirePermissionCancelledException e) {
            Thread.interrupted();
            throw new InterruptedException("while waiting for a permit of the host");
        }
        try {
            return call.make();
        } finally {
            bulkhead.onComplete();
        }
    }

    private void record(FetchException failed, long nanos) {
        if (failed.failure().code().isHostFailure()) {
            circuit.onError(nanos, TimeUnit.NANOSECONDS, failed);
        } else {
            circuit.onSuccess(nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** One request. */
    @FunctionalInterface
    interface Call<T> {
        T make() throws FetchException, InterruptedException;
    }
}
