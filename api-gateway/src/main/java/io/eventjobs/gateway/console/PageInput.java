package io.eventjobs.gateway.console;

import io.eventjobs.gateway.web.Cursor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What a form or a link of the console sends. Lenient: what is blank or cannot be meant counts as absent. */
public final class PageInput {
    private static final int MAX_LENGTH = 500;

    private final HttpServletRequest request;

    public PageInput(HttpServletRequest request) {
        this.request = request;
    }

    public @Nullable String text(String name) {
        String given = request.getParameter(name);
        if (given == null || given.isBlank() || given.indexOf('\0') >= 0) {
            return null;
        }
        String text = given.strip();
        return text.substring(0, Math.min(MAX_LENGTH, text.length()));
    }

    public @Nullable String oneOf(String name, Collection<String> allowed) {
        String text = text(name);
        return text != null && allowed.contains(text) ? text : null;
    }

    public int number(String name, int min, int max, int otherwise) {
        String text = text(name);
        boolean isNumber = text != null && text.matches("[0-9]{1,9}");
        return isNumber ? Math.clamp(Long.parseLong(text), min, max) : otherwise;
    }

    public @Nullable Cursor cursor() {
        String text = text("cursor");
        try {
            return text == null ? null : Cursor.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
