package io.eventjobs.gateway.audit;

import io.eventjobs.gateway.mongo.AuditLog;
import io.eventjobs.gateway.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Records every successful request that changed something, for all features in one place. Creations are not recorded here: the created
 * record itself states when and for whom it was made.
 */
@Component
class AuditInterceptor implements HandlerInterceptor, WebMvcConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(AuditInterceptor.class);
    private static final Set<String> SPEAK_FOR_THEMSELVES =
            Set.of("createSessionJob", "createJob", "createSessionBatch", "createBatch", "createUpload");

    private final AuditLog log;

    AuditInterceptor(AuditLog log) {
        this.log = log;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception fault) {
        boolean changed = !request.getMethod().equals("GET") && isDone(response.getStatus());
        if (changed
                && handler instanceof HandlerMethod method
                && request.getAttribute(Caller.class.getName()) instanceof Caller caller) {
            String action = action(method);
            if (action != null && !SPEAK_FOR_THEMSELVES.contains(action)) {
                add(caller, action, what(request, response), request.getRemoteAddr());
            }
        }
    }

    /** A page answers a form with the way to the next page. */
    private static boolean isDone(int status) {
        return status < 300 || status == HttpServletResponse.SC_SEE_OTHER;
    }

    private static @Nullable String action(HandlerMethod method) {
        Audited audited = method.getMethodAnnotation(Audited.class);
        Operation operation = method.getMethodAnnotation(Operation.class);
        return audited == null ? operation == null ? null : operation.operationId() : audited.value();
    }

    /** What was created has a path of its own. */
    private static String what(HttpServletRequest request, HttpServletResponse response) {
        String location = response.getHeader("Location");
        boolean isCreated = response.getStatus() == HttpServletResponse.SC_CREATED
                && location != null
                && location.startsWith(request.getRequestURI());
        return isCreated ? location : request.getRequestURI();
    }

    private void add(Caller caller, String action, String path, String address) {
        try {
            log.add(caller.tenant().value(), caller.keyId(), action, path, address);
        } catch (DataAccessException e) {
            LOG.atError()
                    .addKeyValue("action", action)
                    .addKeyValue("path", path)
                    .setCause(e)
                    .log("Audit entry not stored");
        }
    }
}
