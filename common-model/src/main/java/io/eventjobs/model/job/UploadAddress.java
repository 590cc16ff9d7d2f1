package io.eventjobs.model.job;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refers to an uploaded file in place of a URL: {@code upload:{id}/{name}}.
 *
 * @param name name of the file, whose extension indicates its format; 1 to 100 ASCII letters, digits, dots, underscores and hyphens
 */
public record UploadAddress(UploadId id, String name) {
    /** The prefix of every such address. */
    public static final String SCHEME = "upload:";

    private static final Pattern FORM =
            Pattern.compile("upload:([A-Za-z0-9][A-Za-z0-9._-]{0,99})/([A-Za-z0-9_-][A-Za-z0-9._-]{0,99})");
    private static final int MAX_NAME_LENGTH = 100;

    public UploadAddress {
        if (!FORM.matcher(SCHEME + id + "/" + name).matches()) {
            throw new IllegalArgumentException("name must match [A-Za-z0-9_-][A-Za-z0-9._-]{0,99}, but is " + name);
        }
    }

    /** Parses an address; empty if it does not refer to an upload. */
    public static Optional<UploadAddress> find(String address) {
        Matcher form = FORM.matcher(address);
        return form.matches()
                ? Optional.of(new UploadAddress(new UploadId(form.group(1)), form.group(2)))
                : Optional.empty();
    }

    /** The address of a file with this original name; characters not allowed in an address are replaced, and the extension is kept. */
    public static UploadAddress of(UploadId id, String fileName) {
        String clean = fileName.replaceAll("[^A-Za-z0-9._-]+", "_").replaceFirst("^\\.+", "");
        String tail = clean.length() <= MAX_NAME_LENGTH ? clean : clean.substring(clean.length() - MAX_NAME_LENGTH);
        String name = tail.replaceFirst("^\\.+", "");
        return new UploadAddress(id, name.isEmpty() ? "file" : name);
    }

    /** The object key of an uploaded file. */
    public static String key(TenantId tenant, UploadId id) {
        return tenant + "/uploads/" + id + "/content";
    }

    @Override
    public String toString() {
        return SCHEME + id + "/" + name;
    }
}
