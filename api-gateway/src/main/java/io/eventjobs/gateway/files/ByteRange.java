package io.eventjobs.gateway.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A single byte range (RFC 9110 §14). A header that is malformed or asks for several ranges is ignored, as the RFC permits.
 */
record ByteRange(long offset, long length) {
    private static final Pattern FORM = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /** The meaning of a Range header for a file of this size: no range, a range within the file, or one outside of it. */
    static Requested of(@Nullable String header, long size) {
        Matcher form = FORM.matcher(header == null ? "" : header.strip());
        if (!form.matches() || form.group(1).isEmpty() && form.group(2).isEmpty()) {
            return new Requested(Optional.empty(), true);
        }
        long first = form.group(1).isEmpty()
                ? Math.max(0, size - Long.parseLong(form.group(2)))
                : Long.parseLong(form.group(1));
        long last = form.group(1).isEmpty() || form.group(2).isEmpty()
                ? size - 1
                : Math.min(size - 1, Long.parseLong(form.group(2)));
        boolean backwards = !form.group(1).isEmpty()
                && !form.group(2).isEmpty()
                && Long.parseLong(form.group(2)) < Long.parseLong(form.group(1));
        if (backwards) {
            return new Requested(Optional.empty(), true);
        }
        return first > last
                ? new Requested(Optional.empty(), false)
                : new Requested(Optional.of(new ByteRange(first, last - first + 1)), true);
    }

    /** @param satisfiable false if the range is outside the file */
    record Requested(Optional<ByteRange> range, boolean satisfiable) {}
}
