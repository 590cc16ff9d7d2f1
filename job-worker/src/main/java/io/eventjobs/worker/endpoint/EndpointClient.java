package io.eventjobs.worker.endpoint;

import io.eventjobs.worker.trace.CallSpan;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Client of one service configured by the operator. Transient failures are retried, after the delay that the service asks for; a circuit
 * breaker spares a service that keeps failing; redirects are not followed, so that the API key is sent nowhere else. Thread-safe; an
 * interrupt ends a call at once.
 */
public final class EndpointClient implements AutoCloseable {
    private static final Duration OPEN_DURATION = Duration.ofSeconds(20);
    private static final Duration MAX_WAIT = Duration.ofSeconds(60);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final String name;
    private final EndpointLimits limits;
    private final Refusal refusal;
    private final Bulkhead permits;
    private final CircuitBreaker circuit;
    private final IntervalFunction backoff;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(threads)
            .build();

    /** @param name of the service in messages for people */
    public EndpointClient(String name, EndpointLimits limits, Clock clock) {
        this(
                name,
                limits,
                clock,
                IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(500), 2.0, 0.5, Duration.ofSeconds(8)));
    }

    EndpointClient(String name, EndpointLimits limits, Clock clock, IntervalFunction backoff) {
        this.name = name;
        this.limits = limits;
        this.refusal = new Refusal(name, clock);
        this.backoff = backoff;
        permits = Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(limits.maxConcurrentCalls())
                        .maxWaitDuration(limits.timeout().multipliedBy(limits.maxAttempts()))
                        .fairCallHandlingStrategyEnabled(true)
                        .build());
        circuit = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(8)
                        .failureRateThreshold(80)
                        .waitDurationInOpenState(OPEN_DURATION)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .build());
    }

    /** Sends a request and returns the body of the 2xx response. */
    public byte[] call(HttpRequest request) throws EndpointException, InterruptedException {
        try (CallSpan span =
                CallSpan.start("call " + name, String.valueOf(request.uri().getHost()))) {
            byte[] body = attempts(request);
            span.succeeded();
            return body;
        }
    }

    private byte[] attempts(HttpRequest request) throws EndpointException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return guarded(request);
            } catch (EndpointException e) {
                Duration wait = e.retryAfter() != null ? e.retryAfter() : Duration.ofMillis(backoff.apply(attempt));
                if (!e.fault().isTransient() || attempt >= limits.maxAttempts() || wait.compareTo(MAX_WAIT) > 0) {
                    throw e;
                }
                Thread.sleep(wait);
            }
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        threads.shutdownNow();
    }

    private byte[] guarded(HttpRequest request) throws EndpointException, InterruptedException {
        try {
            circuit.acquirePermission();
        } catch (CallNotPermittedException e) {
            throw new EndpointException(
                    EndpointFault.CIRCUIT_OPEN,
                    0,
                    name + " failed repeatedly and is not called for now.",
                    OPEN_DURATION);
        }
        long start = circuit.getCurrentTimestamp();
        try {
            byte[] body = withPermit(request);
            circuit.onSuccess(circuit.getCurrentTimestamp() - start, circuit.getTimestampUnit());
            return body;
        } catch (EndpointException e) {
            if (e.fault().isServiceFailure()) {
                circuit.onError(circuit.getCurrentTimestamp() - start, circuit.getTimestampUnit(), e);
            } else {
                circuit.releasePermission();
            }
            throw e;
        } catch (InterruptedException e) {
            circuit.releasePermission();
            throw e;
        }
    }

    private byte[] withPermit(HttpRequest request) throws EndpointException, InterruptedException {
        try {
            permits.acquirePermission();
        } catch (BulkheadFullException e) {
            throw new EndpointException(EndpointFault.BUSY, "Too many calls to " + name + " are in progress.");
        } catch (AcquirePermissionCancelledException e) {
            Thread.interrupted();
            throw new InterruptedException("while waiting for a permit");
        }
        try {
            return exchange(request);
        } finally {
            permits.onComplete();
        }
    }

    private byte[] exchange(HttpRequest request) throws EndpointException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> pending =
                http.sendAsync(request, head -> new BoundedBody(limits.maxResponseBytes()));
        try {
            HttpResponse<byte[]> response = pending.get(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() / 100 != 2) {
                throw refusal.of(response);
            }
            return response.body();
        } catch (TimeoutException e) {
            throw new EndpointException(
                    EndpointFault.TIMED_OUT,
                    name + " did not respond completely within "
                            + limits.timeout().toSeconds() + " s.");
        } catch (ExecutionException e) {
            throw refusal.of(e.getCause());
        } finally {
            pending.cancel(true);
        }
    }
}
