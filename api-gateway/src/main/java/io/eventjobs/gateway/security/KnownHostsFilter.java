package io.eventjobs.gateway.security;

import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.ErrorWriter;
import io.eventjobs.gateway.error.FieldFault;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Serves requests for known hosts only; health, which says little and is asked for by address, for all. */
@Component
@Order(15)
@EnableConfigurationProperties(KnownHostsProperties.class)
class KnownHostsFilter extends OncePerRequestFilter {
    private final Set<String> served;
    private final ErrorWriter errors;

    /** @param listening the address that the gateway listens on; null or empty for all */
    KnownHostsFilter(
            KnownHostsProperties properties,
            @Value("${server.address:#{null}}") @Nullable InetAddress listening,
            ErrorWriter errors) {
        this.served = properties.served(listening);
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isServed(request)) {
            chain.doFilter(request, response);
            return;
        }
        errors.write(
                response,
                ErrorCode.INVALID_PARAMETER,
                "The gateway does not serve the host that the request names; event-jobs.known-hosts lists those that it does.",
                List.of(new FieldFault("Host", "must be a known host")));
    }

    private boolean isServed(HttpServletRequest request) {
        return served.isEmpty()
                || request.getHeader("Host") == null
                || served.contains(request.getServerName().toLowerCase(Locale.ROOT))
                || request.getRequestURI().startsWith("/actuator/health");
    }
}
