package io.eventjobs.gateway.quota;

import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.ErrorWriter;
import io.eventjobs.gateway.security.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses the requests of a tenant that sends too many, after its key was checked and before a body is read. */
@Component
@Order(25)
class RequestRateFilter extends OncePerRequestFilter {
    private static final String CALLER = Caller.class.getName();

    private final RequestRates rates;
    private final ErrorWriter errors;

    RequestRateFilter(RequestRates rates, ErrorWriter errors) {
        this.rates = rates;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait =
                request.getAttribute(CALLER) instanceof Caller caller ? rates.request(caller.tenant()) : Duration.ZERO;
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Retry-After", String.valueOf(wait.plusMillis(999).toSeconds()));
        errors.write(response, ErrorCode.RATE_LIMITED, ErrorCode.RATE_LIMITED.meaning(), List.of());
    }
}
