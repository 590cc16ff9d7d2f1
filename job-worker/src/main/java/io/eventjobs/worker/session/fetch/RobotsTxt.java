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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks each host for its {@code robots.txt} (RFC 9309), once a day, and keeps to it. A host that has none allows everything;
 * one that fails when it is asked allows nothing now, and its failure is the answer. Thread-safe.
 */
public final class RobotsTxt implements RobotsGate {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int REMEMBERED = 1_000;
    /** RFC 9309 §2.5 asks for 500 KiB at least. */
    private static final long MAX_BYTES = 1 << 20;

    private static final FetchLimits LIMITS = new FetchLimits(MAX_BYTES, MAX_BYTES, Duration.ofSeconds(30), 1_000, 5);
    private static final Set<FetchCode> WITHOUT_TEXT =
            EnumSet.of(FetchCode.HTTP_NOT_FOUND, FetchCode.HTTP_FORBIDDEN, FetchCode.HTTP_CLIENT_ERROR);
    private static final Pattern SITE = Pattern.compile("^\\s*(https?://[^/?#\\s]+)", Pattern.CASE_INSENSITIVE);

    private final GuardedHttpClient http;
    private final List<String> names;
    private final Clock clock;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param name of the robot, as hosts would address it */
    public RobotsTxt(GuardedHttpClient http, String name, Clock clock) {
        this.http = http;
        this.names = List.of(name.toLowerCase(Locale.ROOT));
        this.clock = clock;
    }

    @Override
    public void pass(FetchRequest request) throws FetchException, InterruptedException {
        Matcher site = SITE.matcher(request.address());
        // What is no address is refused by whoever fetches it.
        if (site.find() && !rules(site.group(1), request.target()).isAllowed(request.address())) {
            throw new FetchException(
                    FetchCode.ROBOTS_REFUSED, "The robots.txt of the host asks robots not to read this address.");
        }
    }

    private BaseRobotRules rules(String site, Path target) throws FetchException, InterruptedException {
        String key = site.toLowerCase(Locale.ROOT);
        Known before = remembered(key);
        if (before != null && before.at().plus(KEPT).isAfter(clock.instant())) {
            return before.rules();
        }
        BaseRobotRules rules = asked(site + "/robots.txt", target.resolveSibling(target.getFileName() + ".robots"));
        synchronized (known) {
            known.put(key, new Known(rules, clock.instant()));
        }
        return rules;
    }

    private @Nullable Known remembered(String key) {
        synchronized (known) {
            return known.get(key);
        }
    }

    private BaseRobotRules asked(String address, Path file) throws FetchException, InterruptedException {
        try {
            FetchedResource text = http.fetch(new FetchRequest(address, "text/plain,*/*;q=0.5", file, LIMITS));
            String type = text.contentType() == null ? "text/plain" : text.contentType();
            return new SimpleRobotRulesParser().parseContent(address, Files.readAllBytes(file), type, names);
        } catch (FetchException e) {
            return withoutText(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deleted(file);
        }
    }

    /** Whoever has no such text, or shows it to nobody, asks for nothing. */
    private static BaseRobotRules withoutText(FetchException failed) throws FetchException {
        if (WITHOUT_TEXT.contains(failed.failure().code())) {
            return new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL);
        }
        throw failed;
    }

    private static void deleted(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Known(BaseRobotRules rules, Instant at) {}
}
