package io.eventjobs.gateway.request;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request a lease of memory for its body, and reads forms by it, before anything asks for a field of them. */
@Order(18)
final class BodyFilter extends OncePerRequestFilter {
    private static final int MAX_FORM = 8 << 20;

    /** Anybody may send it. */
    private static final int MAX_SIGN_IN = 16 << 10;

    private final BodyMemory memory;
    private final Ticker ticker;
    private final ErrorWriter errors;

    BodyFilter(BodyMemory memory, Ticker ticker, ErrorWriter errors) {
        this.memory = memory;
        this.ticker = ticker;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BodyLease lease = new BodyLease(memory, ticker, request);
        lease.attach();
        try {
            chain.doFilter(isForm(request) ? new FormRequest(request, lease, most(request)) : request, response);
        } catch (ApiException e) {
            // Of a form that a filter asked for; controllers have their advice.
            errors.write(
                    response,
                    e.code(),
                    Objects.requireNonNullElse(e.getMessage(), e.code().meaning()),
                    e.faults());
        } finally {
            lease.release();
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && Objects.requireNonNullElse(request.getContentType(), "")
                        .toLowerCase(Locale.ROOT)
                        .startsWith("application/x-www-form-urlencoded");
    }

    private static int most(HttpServletRequest request) {
        return request.getRequestURI().equals("/login") ? MAX_SIGN_IN : MAX_FORM;
    }
}
