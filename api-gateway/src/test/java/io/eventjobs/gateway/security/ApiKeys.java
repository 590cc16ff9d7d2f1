package io.eventjobs.gateway.security;

import io.eventjobs.gateway.error.ErrorWriter;
import jakarta.servlet.Filter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;

/** Callers with a key, and the gateway's check of it. */
public final class ApiKeys {
    public static final String KEY = "a key for tests";

    private ApiKeys() {}

    public static Filter filter(ErrorWriter errors) {
        return new ApiKeyFilter(new ApiKeyProperties(KEY), errors);
    }

    public static HandlerMethodArgumentResolver callers() {
        return new CallerArgument();
    }
}
