package io.eventjobs.gateway.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position in a list: after the row with this number and id, unaffected by rows inserted or deleted meanwhile.
 *
 * @param number value of the sort key: creation time in milliseconds, or index in a batch
 */
public record Cursor(long number, String id) {
    private static final Pattern FORM = Pattern.compile("1:([0-9]{1,18}):([A-Za-z0-9._/-]{1,220})");

    public String text() {
        byte[] plain = ("1:" + number + ":" + id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /** @throws IllegalArgumentException if it is not a cursor that a list returned */
    public static Cursor parse(String text) {
        Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        if (!form.matches()) {
            throw new IllegalArgumentException("no cursor");
        }
        return new Cursor(Long.parseLong(form.group(1)), form.group(2));
    }
}
