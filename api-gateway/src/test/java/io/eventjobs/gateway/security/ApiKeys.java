package io.eventjobs.gateway.security;

import io.eventjobs.gateway.error.ErrorWriter;
import jakarta.servlet.Filter;
import java.time.Clock;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;

/** Callers with a key, and the gateway's check of it. */
public final class ApiKeys {
    public static final String KEY = "a key for tests";

    private ApiKeys() {}

    public static Filter filter(ErrorWriter errors) {
        return new ApiKeyFilter(new ApiKeyProperties(KEY), sessions(KEY), errors);
    }

    /** Sessions of gateways with this key. */
    public static SessionTokens sessions(String key) {
        return sessions(key, Clock.systemUTC());
    }

    public static SessionTokens sessions(String key, Clock clock) {
        return new SessionTokens(new ApiKeyProperties(key), clock);
    }

    public static HandlerMethodArgumentResolver callers() {
        return new CallerArgument();
    }
}
