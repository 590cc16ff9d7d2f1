package io.eventjobs.gateway.security;

import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.ErrorWriter;
import io.eventjobs.model.job.TenantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Requires the API key for everything but health, the API description, the sign-in and static files; or a session of somebody who signed in
 * with it. A request that changes something by a session must carry its form token, too: browsers send cookies unasked.
 */
@Component
@Order(20)
@EnableConfigurationProperties(ApiKeyProperties.class)
class ApiKeyFilter extends OncePerRequestFilter {
    static final String CALLER = Caller.class.getName();

    private static final TenantId ONLY_TENANT = new TenantId("default");
    private static final String BEARER = "bearer ";

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private final ApiKeyHash apiKey;
    private final SessionTokens sessions;
    private final ErrorWriter errors;

    ApiKeyFilter(ApiKeyProperties properties, SessionTokens sessions, ErrorWriter errors) {
        this.apiKey = ApiKeyHash.of(properties.apiKey());
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
        String key = key(request);
        if (key != null) {
            if (apiKey.matches(key)) {
                letIn(request, response, chain);
            } else {
                refuse(response);
            }
            return;
        }
        Optional<String> session = SessionCookie.SESSION.of(request).filter(sessions::isValid);
        if (session.isEmpty()) {
            if (PageRequests.isPage(request)) {
                PageRequests.sendToSignIn(request, response);
            } else {
                refuse(response);
            }
        } else if (SAFE_METHODS.contains(request.getMethod())
                || sessions.isFormToken(session.get(), PageRequests.formToken(request))) {
            letIn(request, response, chain);
        } else {
            errors.write(response, ErrorCode.FORM_EXPIRED, ErrorCode.FORM_EXPIRED.meaning(), List.of());
        }
    }

    private static void letIn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(CALLER, new Caller(ONLY_TENANT));
        chain.doFilter(request, response);
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
}
