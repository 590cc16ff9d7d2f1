package io.eventjobs.gateway.request;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request whose parameters are those of its query and of the form that is its body. The container would read the form itself, for as long
 * as it comes and without regard to memory.
 */
final class FormRequest extends HttpServletRequestWrapper {
    private static final int MAX_FIELDS = 1_000;

    private final BodyLease lease;
    private final int maxBytes;
    private @Nullable Map<String, String[]> parameters;

    FormRequest(HttpServletRequest request, BodyLease lease, int maxBytes) {
        super(request);
        this.lease = lease;
        this.maxBytes = maxBytes;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    /** @throws ApiException if the form is malformed, too large or too slow, or if there is no memory for it */
    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> known = parameters;
        if (known == null) {
            known = read();
            parameters = known;
        }
        return known;
    }

    private Map<String, String[]> read() {
        byte[] body = body();
        // Taken before the container is asked for the query's parameters: it leaves a body alone that was read.
        Map<String, List<String>> all = new LinkedHashMap<>();
        super.getParameterMap().forEach((name, values) -> all.put(name, new ArrayList<>(List.of(values))));
        lease.hold(body.length);
        String form = new String(body, StandardCharsets.UTF_8);
        int fields = 0;
        for (int start = 0; start < form.length(); ) {
            int end = form.indexOf('&', start) < 0 ? form.length() : form.indexOf('&', start);
            if (end > start) {
                add(form.substring(start, end), all);
                fields++;
            }
            if (fields > MAX_FIELDS) {
                throw malformed();
            }
            start = end + 1;
        }
        Map<String, String[]> read = new LinkedHashMap<>();
        all.forEach((name, values) -> read.put(name, values.toArray(String[]::new)));
        return Collections.unmodifiableMap(read);
    }

    private static void add(String field, Map<String, List<String>> all) {
        int equals = field.indexOf('=');
        String name = decoded(equals < 0 ? field : field.substring(0, equals));
        String value = equals < 0 ? "" : decoded(field.substring(equals + 1));
        all.computeIfAbsent(name, fresh -> new ArrayList<>()).add(value);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private byte[] body() {
        if (getContentLengthLong() > maxBytes) {
            throw tooLarge();
        }
        try {
            byte[] body = lease.arriving(getInputStream()).readNBytes(maxBytes + 1);
            if (body.length > maxBytes) {
                throw tooLarge();
            }
            return body;
        } catch (IOException e) {
            throw new ApiException(ErrorCode.INVALID_PARAMETER, "The form could not be read to its end.");
        }
    }

    private ApiException tooLarge() {
        return new ApiException(
                ErrorCode.PAYLOAD_TOO_LARGE, "The form has more than the allowed " + maxBytes + " bytes.");
    }

    private static ApiException malformed() {
        return new ApiException(
                ErrorCode.INVALID_PARAMETER,
                "The form is malformed: it must have at most 1,000 fields, each as name=value with valid percent-encoding.");
    }
}
