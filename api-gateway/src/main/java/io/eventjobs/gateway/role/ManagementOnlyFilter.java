package io.eventjobs.gateway.role;

import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.ErrorWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Serves health and metrics, and nothing else, where the gateway does not have the role {@link GatewayRole#HTTP}. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ManagementOnlyFilter extends OncePerRequestFilter {
    private final ErrorWriter errors;

    ManagementOnlyFilter(ErrorWriter errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith("/actuator/")) {
            rest.doFilter(request, response);
        } else {
            errors.write(response, ErrorCode.NOT_FOUND, "This gateway serves health and metrics only.", List.of());
        }
    }
}
