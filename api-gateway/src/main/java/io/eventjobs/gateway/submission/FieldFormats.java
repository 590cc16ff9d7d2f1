package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.model.job.UploadAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The formats of fields that several job types share. Each method returns null if the field is absent or invalid. */
final class FieldFormats {
    static final int MAX_NAME_LENGTH = 500;
    static final int MAX_ADDRESS_LENGTH = 2_048;

    private static final int MAX_FILE_NAME_LENGTH = 300;
    private static final Pattern TIME = Pattern.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]");

    private FieldFormats() {}

    static @Nullable String time(FieldReader fields, String name) {
        return fields.text(
                name, 5, value -> TIME.matcher(value).matches(), "must be a time between 00:00 and 23:59, as HH:MM");
    }

    /** In its canonical form. */
    static @Nullable String language(FieldReader fields, String name) {
        String tag = fields.text(
                name,
                35,
                value -> LanguageTags.canonical(value).isPresent(),
                "must be a language tag such as en or pt-BR");
        return tag == null ? null : LanguageTags.canonical(tag).orElse(null);
    }

    static @Nullable String fileName(FieldReader fields, String name) {
        return fields.text(name, MAX_FILE_NAME_LENGTH, FieldFormats::isFileName, "must be a file name without a path");
    }

    static @Nullable String address(FieldReader fields, String name) {
        return fields.text(name, MAX_ADDRESS_LENGTH, FieldFormats::isAddress, "must be an absolute http or https URL");
    }

    /** As {@link #address}, or a reference to an uploaded file: {@code upload:{id}/{name}}. */
    static @Nullable String source(FieldReader fields, String name) {
        return fields.text(
                name,
                MAX_ADDRESS_LENGTH,
                text -> isAddress(text) || UploadAddress.find(text).isPresent(),
                "must be an absolute http or https URL, or the address of an upload");
    }

    /** As {@link #source}, but required; returns the empty string if missing or invalid. */
    static String requiredSource(FieldReader fields, String name) {
        String address = fields.has(name) ? source(fields, name) : fields.requiredText(name, MAX_ADDRESS_LENGTH);
        return address == null ? "" : address;
    }

    /** Checks the syntax only; spaces and non-ASCII letters in path and query are accepted, as in browsers. */
    static boolean isAddress(String text) {
        try {
            String lenient = text.replaceAll("[^\\x21-\\x7e]|[\"<>^`{|}]", "_");
            URI uri = new URI(lenient);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && uri.getRawAuthority() != null
                    && text.chars().noneMatch(Character::isISOControl);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isFileName(String text) {
        return !text.contains("/")
                && !text.contains("\\")
                && !text.equals(".")
                && !text.equals("..")
                && text.chars().noneMatch(Character::isISOControl);
    }
}
