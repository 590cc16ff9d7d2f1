package io.eventjobs.gateway.security;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.key.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses what the caller's role does not allow. It judges the route that was found, not the path that was sent: two readings of a path
 * cannot differ.
 */
@Component
class RoleInterceptor implements HandlerInterceptor, WebMvcConfigurer {
    private static final String FIRST_PAGE = "/";
    private static final String FIRST_PAGE_OF_OTHERS = "/batches";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    /** @throws ApiException {@code ROLE_INSUFFICIENT} */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        // Requests without a caller are for open paths. Errors are written to everybody.
        if (!(request.getAttribute(ApiKeyFilter.CALLER) instanceof Caller caller)
                || !(handler instanceof HandlerMethod)
                || request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        String route = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        Role needed = request.getMethod().equals("OPTIONS")
                ? Role.VIEWER
                : RouteRoles.of(request.getMethod(), route).orElse(Role.OPERATOR);
        if (caller.role().includes(needed)) {
            return true;
        }
        if (route.equals(FIRST_PAGE) && request.getMethod().equals("GET")) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", FIRST_PAGE_OF_OTHERS);
            return false;
        }
        throw new ApiException(
                ErrorCode.ROLE_INSUFFICIENT,
                "This needs the role " + needed.word() + "; the API key has the role "
                        + caller.role().word() + ".");
    }
}
