package io.eventjobs.gateway.web;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.FieldFault;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads query parameters and collects all faults, including unknown parameters. */
public final class QueryParameters {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final Map<String, String[]> given;
    private final Set<String> known = new TreeSet<>();
    private final List<FieldFault> faults = new ArrayList<>();

    public QueryParameters(HttpServletRequest request) {
        this.given = request.getParameterMap();
    }

    public @Nullable String text(String name) {
        known.add(name);
        String[] values = given.get(name);
        if (values == null || values.length == 0) {
            return null;
        }
        if (values.length > 1 || values[0].isBlank() || values[0].length() > 500) {
            faults.add(new FieldFault(name, "must be given once, with 1 to 500 characters"));
            return null;
        }
        return values[0];
    }

    public @Nullable String oneOf(String name, Set<String> allowed) {
        String text = text(name);
        if (text != null && !allowed.contains(text)) {
            faults.add(new FieldFault(name, "must be one of " + String.join(", ", new TreeSet<>(allowed))));
            return null;
        }
        return text;
    }

    public @Nullable Boolean bool(String name) {
        String text = oneOf(name, Set.of("true", "false"));
        return text == null ? null : Boolean.valueOf(text);
    }

    public @Nullable Instant time(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        Instant time = TimeText.time(text).orElse(null);
        if (time == null) {
            faults.add(new FieldFault(name, "must be a time such as 2026-01-31T09:30:00Z"));
        }
        return time;
    }

    public int limit() {
        String text = text("limit");
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_LIMIT) {
            faults.add(new FieldFault("limit", "must be between 1 and " + MAX_LIMIT));
            return DEFAULT_LIMIT;
        }
        return Integer.parseInt(text);
    }

    public @Nullable Cursor cursor() {
        String text = text("cursor");
        try {
            return text == null ? null : Cursor.parse(text);
        } catch (IllegalArgumentException e) {
            faults.add(new FieldFault("cursor", "must be the next_cursor of a previous page"));
            return null;
        }
    }

    /** @throws ApiException with all faults, if there are any; must be called after all parameters were read */
    public void refuseIfWrong() {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                faults.add(new FieldFault(name, "unknown parameter; must be one of " + String.join(", ", known)));
            }
        }
        if (!faults.isEmpty()) {
            FieldFault first = faults.getFirst();
            throw new ApiException(ErrorCode.INVALID_PARAMETER, first.field() + ": " + first.message(), faults);
        }
    }
}
