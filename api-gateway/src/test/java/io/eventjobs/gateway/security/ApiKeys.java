package io.eventjobs.gateway.security;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.error.ErrorWriter;
import io.eventjobs.gateway.key.KeySource;
import jakarta.servlet.Filter;
import java.time.Clock;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;

/** Callers with a key, and the gateway's check of it. */
public final class ApiKeys {
    public static final String KEY = "a key for tests";

    private ApiKeys() {}

    public static Filter filter(ErrorWriter errors) {
        return new ApiKeyFilter(callers(KEY, new RecordedKeys(), Clock.systemUTC()), sessions(KEY), errors);
    }

    /** Sessions of gateways with this key. */
    public static SessionTokens sessions(String key) {
        return sessions(key, Clock.systemUTC());
    }

    public static SessionTokens sessions(String key, Clock clock) {
        return new SessionTokens(new ApiKeyProperties(key), callers(key, new RecordedKeys(), clock), clock);
    }

    /** What a gateway with this configured key knows of these stored ones. */
    public static Callers callers(String key, KeySource stored, Clock clock) {
        return callers(key, stored, clock, System::nanoTime);
    }

    static Callers callers(String key, KeySource stored, Clock clock, Ticker ticker) {
        return new Callers(new ApiKeyProperties(key), new KeyProperties(null), stored, clock, ticker);
    }

    public static HandlerInterceptor roles() {
        return new RoleInterceptor();
    }

    public static HandlerMethodArgumentResolver callers() {
        return new CallerArgument();
    }
}
