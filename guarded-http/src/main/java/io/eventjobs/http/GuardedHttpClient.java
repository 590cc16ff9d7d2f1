package io.eventjobs.http;

import io.github.resilience4j.core.IntervalFunction;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.collections4.map.LRUMap;
import org.jspecify.annotations.Nullable;

/**
 * Fetches addresses that users supply, safe against server-side request forgery (SSRF): only http and https, only public
 * addresses, checked on every connection and pinned, with every redirect checked like the first address. Size, rate, time,
 * redirects and decompression are limited ({@link FetchLimits}); transient failures are retried within the timeout; each host
 * has a rate limit, a concurrency limit and a circuit breaker. Cookies live as long as one chain of redirects. Proxies of the environment are not used. Thread-safe.
 * An interrupt ends a fetch at once, on any thread.
 */
public final class GuardedHttpClient implements AutoCloseable {
    private static final int MAX_ATTEMPTS = 3;
    private static final Duration MAX_WAIT = Duration.ofSeconds(5);
    private static final int MAX_HOSTS = 1_000;

    private final HttpExchange exchange;
    private final AddressParser parser;
    private final AllowedHosts allowed;
    private final HostLimits limits;
    private final IntervalFunction backoff =
            IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(300), 2.0, 0.5, Duration.ofSeconds(3));
    private final Map<String, HostGuard> hosts = new LRUMap<>(MAX_HOSTS);

    /** @param userAgent value of the {@code User-Agent} header; should say how to reach the operator */
    public GuardedHttpClient(AllowedHosts allowed, HostLimits limits, HostResolver resolver, String userAgent) {
        this.allowed = allowed;
        this.limits = limits;
        this.parser = new AddressParser(allowed);
        this.exchange = new HttpExchange(new PinningDnsResolver(resolver, allowed), userAgent);
    }

    /** Fetches an address, following redirects. Blocks until the body is in the target file. */
    public FetchedResource fetch(FetchRequest request) throws FetchException, InterruptedException {
        return fetch(request, BodySink.FILE, null)
                .orElseThrow(() -> new IllegalStateException("not modified, in response to an unconditional request"));
    }

    /**
     * As {@link #fetch(FetchRequest)}, but conditional: empty if the host responds that the resource is unchanged (304), and then
     * the target is not touched. Only the address that the validators belong to is requested conditionally.
     */
    public Optional<FetchedResource> fetchIfChanged(FetchRequest request, Validators validators)
            throws FetchException, InterruptedException {
        return fetch(request, BodySink.FILE, validators);
    }

    /**
     * As {@link #fetch(FetchRequest)} or {@link #fetchIfChanged}, with a sink that receives the body instead of a file. All limits
     * apply; a slow sink counts as a slow response.
     *
     * @param validators null for an unconditional request, whose result is never empty
     */
    public Optional<FetchedResource> fetch(FetchRequest request, BodySink sink, @Nullable Validators validators)
            throws FetchException, InterruptedException {
        return VirtualCall.run(() -> attempts(request, sink, validators));
    }

    private Optional<FetchedResource> attempts(FetchRequest request, BodySink sink, @Nullable Validators validators)
            throws FetchException, InterruptedException {
        long deadline = System.nanoTime() + request.limits().timeout().toNanos();
        URI address = parser.parse(request.address());
        for (int attempt = 1; ; attempt++) {
            try {
                return follow(address, new FetchContext(request, sink, validators, deadline));
            } catch (FetchException e) {
                Duration wait = waitAfter(e.failure(), attempt);
                if (!e.failure().code().isTransient() || attempt == MAX_ATTEMPTS || !fits(wait, deadline)) {
                    throw e;
                }
                Thread.sleep(wait);
            }
        }
    }

    @Override
    public void close() {
        exchange.close();
    }

    private Optional<FetchedResource> follow(URI first, FetchContext context)
            throws FetchException, InterruptedException {
        URI address = first;
        ChainCookies cookies = new ChainCookies();
        Set<Visit> seen = new HashSet<>();
        while (seen.add(new Visit(address, cookies.state()))
                && seen.size() <= context.request().limits().maxRedirects() + 1) {
            URI here = address;
            switch (response(here, context, cookies)) {
                case Response.Resource resource -> {
                    return Optional.of(resource.fetched());
                }
                case Response.Unchanged unchanged -> {
                    return Optional.empty();
                }
                case Response.Redirect redirect -> address = parser.resolve(here, redirect.location());
            }
        }
        throw new FetchException(FetchCode.TOO_MANY_REDIRECTS, "The address redirects too often, or in a loop.");
    }

    private Response response(URI address, FetchContext context, ChainCookies cookies)
            throws FetchException, InterruptedException {
        try {
            return guard(address).call(() -> exchange.get(address, context, cookies));
        } catch (FetchException e) {
            throw e.at(address);
        }
    }

    private Duration waitAfter(FetchFailure failure, int attempt) {
        return failure.retryAfter() != null ? failure.retryAfter() : Duration.ofMillis(backoff.apply(attempt));
    }

    private static boolean fits(Duration wait, long deadline) {
        return wait.compareTo(MAX_WAIT) <= 0 && deadline - System.nanoTime() > wait.toNanos();
    }

    private HostGuard guard(URI address) {
        String authority = address.getRawAuthority();
        synchronized (hosts) {
            return hosts.computeIfAbsent(
                    authority, fresh -> new HostGuard(fresh, limits, allowed.contains(AddressParser.host(fresh))));
        }
    }

    /** A page that sets a cookie and redirects to itself is visited twice, and is no loop. */
    private record Visit(URI address, List<String> cookies) {}
}
