package io.eventjobs.gateway.security;

import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.ErrorWriter;
import io.eventjobs.model.job.TenantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Requires the API key for everything but health, the API description and static files. Keys are compared by hash, in constant time. */
@Component
@Order(20)
@EnableConfigurationProperties(ApiKeyProperties.class)
class ApiKeyFilter extends OncePerRequestFilter {
    static final String CALLER = Caller.class.getName();

    private static final TenantId ONLY_TENANT = new TenantId("default");
    private static final String BEARER = "bearer ";

    private final byte[] keyHash;
    private final ErrorWriter errors;

    ApiKeyFilter(ApiKeyProperties properties, ErrorWriter errors) {
        this.keyHash = hash(properties.apiKey());
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        if (isOpen(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        String key = key(request);
        if (key == null || !MessageDigest.isEqual(hash(key), keyHash)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            errors.write(response, ErrorCode.UNAUTHORIZED, ErrorCode.UNAUTHORIZED.meaning(), List.of());
            return;
        }
        request.setAttribute(CALLER, new Caller(ONLY_TENANT));
        chain.doFilter(request, response);
    }

    private static boolean isOpen(String path) {
        return !mayMeanAnother(path) && isListedOpen(path);
    }

    /**
     * Public paths are matched against the raw path; one with dots, parameters or escapes is never public, since it might be resolved to
     * another path.
     */
    private static boolean mayMeanAnother(String path) {
        return path.contains("..") || path.indexOf(';') >= 0 || path.indexOf('%') >= 0 || path.indexOf('\\') >= 0;
    }

    private static boolean isListedOpen(String path) {
        return path.equals("/actuator/health")
                || path.startsWith("/actuator/health/")
                || path.equals("/openapi.json")
                || path.equals("/asyncapi.yaml")
                || path.equals("/docs")
                || path.startsWith("/docs/")
                || path.startsWith("/swagger-ui/")
                || path.equals("/openapi.json/swagger-config")
                || path.equals("/favicon.ico")
                || path.equals("/error");
    }

    private static @Nullable String key(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return authorization.substring(BEARER.length()).strip();
        }
        return request.getHeader("X-Api-Key");
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
