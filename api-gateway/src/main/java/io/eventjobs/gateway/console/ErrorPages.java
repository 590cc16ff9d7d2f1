package io.eventjobs.gateway.console;

import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.FieldFault;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.gateway.security.PageRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers a browser's request for a page with a page if it fails; calls of the API get the error envelope. */
@Component
class ErrorPages implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        if (!PageRequests.isPage(request) || response.isCommitted()) {
            return null;
        }
        ErrorCode code = code(fault);
        String errorId = UUID.randomUUID().toString();
        if (code == ErrorCode.INTERNAL_ERROR) {
            LOG.atError()
                    .addKeyValue(LogKeys.ERROR_ID, errorId)
                    .addKeyValue("method", request.getMethod())
                    .setCause(fault)
                    .log("Request failed");
        }
        response.setStatus(code.status());
        ModelAndView page = new ModelAndView(PageRequests.isFragment(request) ? "error :: message" : "error");
        page.addObject("code", code.name());
        page.addObject("role", PageModel.role(request));
        page.addObject("errorId", errorId);
        page.addObject("message", message(fault, code));
        page.addObject("faults", fault instanceof ApiException api ? api.faults() : List.<FieldFault>of());
        return page;
    }

    private static String message(Exception fault, ErrorCode code) {
        return switch (code) {
            case NOT_FOUND -> "There is no such page.";
            case INTERNAL_ERROR -> "Something went wrong in the gateway.";
            case STORE_UNAVAILABLE -> "A service that this page needs is unavailable. Try again in a moment.";
            default ->
                fault instanceof ApiException
                        ? Objects.requireNonNullElse(fault.getMessage(), code.meaning())
                        : code.meaning();
        };
    }

    private static ErrorCode code(Exception fault) {
        return switch (fault) {
            case ApiException api -> api.code();
            case ArtifactStoreException store -> ErrorCode.STORE_UNAVAILABLE;
            case OptimisticLockingFailureException conflict -> ErrorCode.CONFLICT;
            case DataAccessException mongo -> ErrorCode.STORE_UNAVAILABLE;
            case ErrorResponse response -> ofStatus(response.getStatusCode().value());
            default -> ErrorCode.INTERNAL_ERROR;
        };
    }

    private static ErrorCode ofStatus(int status) {
        return switch (status) {
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            default -> status < 500 ? ErrorCode.INVALID_PARAMETER : ErrorCode.INTERNAL_ERROR;
        };
    }
}
