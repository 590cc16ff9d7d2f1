package io.eventjobs.gateway.error;

import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.StoreRefusedException;
import io.eventjobs.gateway.log.LogKeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Converts exceptions of a request to the error envelope. Errors that are not the client's fault reveal no internals. */
@RestControllerAdvice
class ApiErrorAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrorAdvice.class);

    private final ErrorWriter errors;

    ApiErrorAdvice(ErrorWriter errors) {
        this.errors = errors;
    }

    @ExceptionHandler
    ResponseEntity<ErrorEnvelope> refused(ApiException e) {
        return response(
                e.code(), Objects.requireNonNullElse(e.getMessage(), e.code().meaning()), e.faults());
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<ErrorEnvelope> noRoute(Exception e) {
        return response(ErrorCode.NOT_FOUND, ErrorCode.NOT_FOUND.meaning(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<ErrorEnvelope> wrongMethod(HttpRequestMethodNotSupportedException e) {
        Set<HttpMethod> supported = e.getSupportedHttpMethods();
        HttpHeaders headers = new HttpHeaders();
        if (supported != null) {
            headers.setAllow(supported);
        }
        ErrorEnvelope envelope = errors.envelope(
                ErrorCode.METHOD_NOT_ALLOWED,
                "The method " + e.getMethod() + " is not allowed for this path.",
                List.of());
        // Named, as everywhere: with a malformed Accept, Spring would find no type to answer in.
        return ResponseEntity.status(405)
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(envelope);
    }

    @ExceptionHandler
    ResponseEntity<ErrorEnvelope> wrongType(HttpMediaTypeNotSupportedException e) {
        return response(ErrorCode.UNSUPPORTED_MEDIA_TYPE, ErrorCode.UNSUPPORTED_MEDIA_TYPE.meaning(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<ErrorEnvelope> notAcceptable(HttpMediaTypeNotAcceptableException e) {
        return response(ErrorCode.NOT_ACCEPTABLE, ErrorCode.NOT_ACCEPTABLE.meaning(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<ErrorEnvelope> missingParameter(MissingServletRequestParameterException e) {
        return invalid(e.getParameterName(), "is required");
    }

    @ExceptionHandler
    ResponseEntity<ErrorEnvelope> missingHeader(MissingRequestHeaderException e) {
        return invalid(e.getHeaderName(), "is required");
    }

    @ExceptionHandler
    ResponseEntity<ErrorEnvelope> wrongType(MethodArgumentTypeMismatchException e) {
        Class<?> type = e.getRequiredType();
        return invalid(e.getName(), type == null ? "is invalid" : "must be of type " + type.getSimpleName());
    }

    @ExceptionHandler({ServletRequestBindingException.class, HttpMessageNotReadableException.class})
    ResponseEntity<ErrorEnvelope> wrongParameter(Exception e) {
        return response(ErrorCode.INVALID_PARAMETER, ErrorCode.INVALID_PARAMETER.meaning(), List.of());
    }

    private ResponseEntity<ErrorEnvelope> invalid(String name, String message) {
        return response(ErrorCode.INVALID_PARAMETER, name + ": " + message, List.of(new FieldFault(name, message)));
    }

    /** Tomcat parses the query string at the first access to a parameter, and throws if it is malformed. */
    @ExceptionHandler
    ResponseEntity<ErrorEnvelope> malformedQuery(InvalidParameterException e) {
        return response(
                ErrorCode.INVALID_PARAMETER,
                "The query string is malformed: it must have at most 1,000 parameters, each as name=value with valid percent-encoding.",
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<ErrorEnvelope> tooManyConflicts(OptimisticLockingFailureException e) {
        LOG.atWarn()
                .addKeyValue(LogKeys.FAULT, e.getMessage())
                .log("Change abandoned after too many concurrent updates");
        return response(ErrorCode.CONFLICT, ErrorCode.CONFLICT.meaning(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<ErrorEnvelope> mongoUnavailable(DataAccessException e) {
        LOG.atWarn()
                .addKeyValue(
                        LogKeys.FAULT, String.valueOf(e.getMostSpecificCause().getMessage()))
                .log("MongoDB was unavailable for a request");
        return response(ErrorCode.STORE_UNAVAILABLE, ErrorCode.STORE_UNAVAILABLE.meaning(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<ErrorEnvelope> objectStoreUnavailable(ArtifactStoreException e, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw e;
        }
        LOG.atWarn().addKeyValue(LogKeys.FAULT, e.getMessage()).log("Object store was unavailable for a request");
        return response(ErrorCode.STORE_UNAVAILABLE, ErrorCode.STORE_UNAVAILABLE.meaning(), List.of());
    }

    /** Not 503: the same request would be refused again. The log has the store's own words. */
    @ExceptionHandler
    ResponseEntity<ErrorEnvelope> objectStoreRefused(
            StoreRefusedException e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        return unexpected(e, request, response);
    }

    /** The client has disconnected, so no response is possible. */
    @ExceptionHandler
    void clientGone(AsyncRequestNotUsableException e) {
        LOG.atDebug().log("Client closed the connection");
    }

    @ExceptionHandler
    ResponseEntity<ErrorEnvelope> unexpected(Exception e, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted() || e instanceof IOException) {
            // A truncated response must not look complete; the container closes the connection.
            throw e;
        }
        ErrorEnvelope envelope =
                errors.envelope(ErrorCode.INTERNAL_ERROR, ErrorCode.INTERNAL_ERROR.meaning(), List.of());
        LOG.atError()
                .addKeyValue(LogKeys.ERROR_ID, envelope.error().errorId())
                .addKeyValue("method", request.getMethod())
                .setCause(e)
                .log("Request failed");
        return ResponseEntity.status(500)
                .contentType(MediaType.APPLICATION_JSON)
                .body(envelope);
    }

    private ResponseEntity<ErrorEnvelope> response(ErrorCode code, String message, List<FieldFault> faults) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(code.status()).contentType(MediaType.APPLICATION_JSON);
        if (ErrorWriter.asksToRetry(code)) {
            answer.header(HttpHeaders.RETRY_AFTER, ErrorWriter.retryAfterSeconds());
        }
        return answer.body(errors.envelope(code, message, faults));
    }
}
