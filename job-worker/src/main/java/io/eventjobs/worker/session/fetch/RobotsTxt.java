package io.eventjobs.worker.session.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.eventjobs.http.FetchCode;
import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.http.GuardedHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.collections4.map.LRUMap;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the {@code robots.txt} (RFC 9309) of each host once a day and obeys it. A host without one allows everything; a host
 * that fails to serve it allows nothing for now, and the fetch fails as the request for it did. Thread-safe.
 */
public final class RobotsTxt implements RobotsGate {
    private static final Duration MAX_AGE = Duration.ofHours(24);
    private static final int MAX_HOSTS = 1_000;
    /** RFC 9309 §2.5 asks for 500 KiB at least. */
    private static final long MAX_BYTES = 1 << 20;

    private static final FetchLimits LIMITS = new FetchLimits(MAX_BYTES, MAX_BYTES, Duration.ofSeconds(30), 1_000, 5);
    private static final Set<FetchCode> ABSENT =
            EnumSet.of(FetchCode.HTTP_NOT_FOUND, FetchCode.HTTP_FORBIDDEN, FetchCode.HTTP_CLIENT_ERROR);
    private static final Pattern SITE = Pattern.compile("^\\s*(https?://[^/?#\\s]+)", Pattern.CASE_INSENSITIVE);

    private final GuardedHttpClient http;
    private final List<String> names;
    private final Clock clock;
    private final Map<String, CachedRules> cache = new LRUMap<>(MAX_HOSTS);

    /** @param name of the robot, as robots.txt files would name it */
    public RobotsTxt(GuardedHttpClient http, String name, Clock clock) {
        this.http = http;
        this.names = List.of(name.toLowerCase(Locale.ROOT));
        this.clock = clock;
    }

    @Override
    public void pass(FetchRequest request) throws FetchException, InterruptedException {
        Matcher site = SITE.matcher(request.address());
        // Whatever is not a valid address is refused by the HTTP client.
        if (site.find() && !rules(site.group(1), request.target()).isAllowed(request.address())) {
            throw new FetchException(
                    FetchCode.ROBOTS_REFUSED, "The robots.txt of the host forbids robots to fetch this address.");
        }
    }

    private BaseRobotRules rules(String site, Path target) throws FetchException, InterruptedException {
        String key = site.toLowerCase(Locale.ROOT);
        CachedRules cached = cached(key);
        if (cached != null && cached.fetchedAt().plus(MAX_AGE).isAfter(clock.instant())) {
            return cached.rules();
        }
        BaseRobotRules rules = fetched(site + "/robots.txt", target.resolveSibling(target.getFileName() + ".robots"));
        synchronized (cache) {
            cache.put(key, new CachedRules(rules, clock.instant()));
        }
        return rules;
    }

    private @Nullable CachedRules cached(String key) {
        synchronized (cache) {
            return cache.get(key);
        }
    }

    private BaseRobotRules fetched(String address, Path file) throws FetchException, InterruptedException {
        try {
            FetchedResource text = http.fetch(new FetchRequest(address, "text/plain,*/*;q=0.5", file, LIMITS));
            String type = text.contentType() == null ? "text/plain" : text.contentType();
            return new SimpleRobotRulesParser().parseContent(address, Files.readAllBytes(file), type, names);
        } catch (FetchException e) {
            return ifAbsent(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    /** RFC 9309 §2.3.1.3: a host whose robots.txt is unavailable restricts nothing. */
    private static BaseRobotRules ifAbsent(FetchException failed) throws FetchException {
        if (ABSENT.contains(failed.failure().code())) {
            return new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL);
        }
        throw failed;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record CachedRules(BaseRobotRules rules, Instant fetchedAt) {}
}
