package io.eventjobs.gateway.security;

import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.ErrorWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Requires an API key for everything but health, the API description, the sign-in and static files; or a session of somebody who signed in
 * with one. What its role allows is judged by {@link RoleInterceptor}, where the route is known; only what no controller serves is judged
 * here. A request that changes something by a session must carry its form token, too: browsers send cookies unasked.
 */
@Component
@Order(20)
class ApiKeyFilter extends OncePerRequestFilter {
    static final String CALLER = Caller.class.getName();

    private static final String BEARER = "bearer ";

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private final Callers callers;
    private final SessionTokens sessions;
    private final ErrorWriter errors;

    ApiKeyFilter(Callers callers, SessionTokens sessions, ErrorWriter errors) {
        this.callers = callers;
        this.sessions = sessions;
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
        try {
            judge(request, response, chain);
        } catch (KeyUnknowable e) {
            errors.write(response, ErrorCode.STORE_UNAVAILABLE, ErrorCode.STORE_UNAVAILABLE.meaning(), List.of());
        }
    }

    private void judge(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = key(request);
        if (key != null) {
            Optional<Caller> caller = known(() -> callers.byKey(key));
            if (caller.isPresent()) {
                letIn(caller.get(), request, response, chain);
            } else {
                refuse(response);
            }
            return;
        }
        String session = SessionCookie.SESSION.of(request).orElse("");
        Optional<Caller> caller = known(() -> sessions.caller(session));
        if (caller.isEmpty()) {
            if (PageRequests.isPage(request)) {
                PageRequests.sendToSignIn(request, response);
            } else {
                refuse(response);
            }
        } else if (SAFE_METHODS.contains(request.getMethod())
                || sessions.isFormToken(session, PageRequests.formToken(request))) {
            letIn(caller.get(), request, response, chain);
        } else {
            errors.write(response, ErrorCode.FORM_EXPIRED, ErrorCode.FORM_EXPIRED.meaning(), List.of());
        }
    }

    private void letIn(Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!caller.isOperator() && isForOperators(request.getRequestURI())) {
            errors.write(response, ErrorCode.ROLE_INSUFFICIENT, ErrorCode.ROLE_INSUFFICIENT.meaning(), List.of());
            return;
        }
        request.setAttribute(CALLER, caller);
        chain.doFilter(request, response);
    }

    /** A failure of what follows in the chain must not be taken for one of the keys. */
    private static Optional<Caller> known(Supplier<Optional<Caller>> lookup) {
        try {
            return lookup.get();
        } catch (DataAccessException e) {
            throw new KeyUnknowable(e);
        }
    }

    /** Metrics count all tenants. The API has no such paths, and a path that may mean another is not served but to operators. */
    private static boolean isForOperators(String path) {
        return !path.startsWith("/api/")
                && (path.startsWith("/actuator") || path.startsWith("//") || mayMeanAnother(path));
    }

    private void refuse(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        errors.write(response, ErrorCode.UNAUTHORIZED, ErrorCode.UNAUTHORIZED.meaning(), List.of());
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
                || path.equals("/login")
                || path.startsWith("/assets/")
                || path.startsWith("/webjars/htmx.org/")
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

    /** MongoDB does not say whether the key is good. */
    private static final class KeyUnknowable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        KeyUnknowable(DataAccessException cause) {
            super(cause);
        }
    }
}
