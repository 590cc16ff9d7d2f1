package io.eventjobs.model.job;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a job names an uploaded file where it could name an address of the web: {@code upload:{id}/{name}}.
 *
 * @param name of the file, so that its ending tells what it is; ASCII letters, digits, dots, lines and hyphens
 */
public record UploadAddress(UploadId id, String name) {
    /** What the addresses begin with. */
    public static final String SCHEME = "upload:";

    private static final Pattern FORM =
            Pattern.compile("upload:([A-Za-z0-9][A-Za-z0-9._-]{0,99})/([A-Za-z0-9_-][A-Za-z0-9._-]{0,99})");
    private static final int MAX_NAME_LENGTH = 100;

    public UploadAddress {
        if (!FORM.matcher(SCHEME + id + "/" + name).matches()) {
            throw new IllegalArgumentException("no name of an upload: " + name);
        }
    }

    /** What this address names, if it names an upload. */
    public static Optional<UploadAddress> find(String address) {
        Matcher form = FORM.matcher(address);
        return form.matches()
                ? Optional.of(new UploadAddress(new UploadId(form.group(1)), form.group(2)))
                : Optional.empty();
    }

    /** Of a file that its owner calls so; what cannot stand in an address is replaced, the ending is kept. */
    public static UploadAddress of(UploadId id, String fileName) {
        String clean = fileName.replaceAll("[^A-Za-z0-9._-]+", "_").replaceFirst("^\\.+", "");
        String tail = clean.length() <= MAX_NAME_LENGTH ? clean : clean.substring(clean.length() - MAX_NAME_LENGTH);
        String name = tail.replaceFirst("^\\.+", "");
        return new UploadAddress(id, name.isEmpty() ? "file" : name);
    }

    /** Where the file is in the object store. */
    public static String key(TenantId tenant, UploadId id) {
        return tenant + "/uploads/" + id + "/content";
    }

    @Override
    public String toString() {
        return SCHEME + id + "/" + name;
    }
}
