package io.eventjobs.gateway.imports;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Addresses of sessions' pages, one on a line; lines that begin with {@code #} say something about them. */
public final class UrlList {
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+");

    private UrlList() {}

    public static List<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    public static List<Map<String, Object>> sessions(List<String> addresses) {
        return addresses.stream()
                .map(address -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("session", title(address));
                    fields.put("url", address);
                    return fields;
                })
                .toList();
    }

    /** The last part of the path as words; the page itself tells the title that the document has in its facts. */
    public static String title(String address) {
        String path = address.replaceFirst("[?#].*", "").replaceFirst("(?<!/)/++$", "");
        String last = path.substring(path.lastIndexOf('/') + 1).replaceFirst("(?i)\\.(html?|php|aspx?)$", "");
        String words = decoded(last).replaceAll("[-_+\\s]+", " ").strip();
        if (words.isEmpty() || path.equalsIgnoreCase(origin(address))) {
            return address;
        }
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String origin(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getScheme() + "://" + uri.getAuthority();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
