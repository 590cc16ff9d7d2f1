package io.eventjobs.document.office.xml;

import java.util.Map;
import java.util.Set;

/** One prefix for each namespace that the readers know, whether a file is written in the transitional or the strict dialect. */
final class Namespaces {
    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/";
    private static final String STRICT = "http://purl.oclc.org/ooxml/";

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry(TRANSITIONAL + "wordprocessingml/2006/main", "w"),
            Map.entry(TRANSITIONAL + "presentationml/2006/main", "p"),
            Map.entry(TRANSITIONAL + "drawingml/2006/main", "a"),
            Map.entry(TRANSITIONAL + "drawingml/2006/chart", "c"),
            Map.entry(TRANSITIONAL + "drawingml/2006/diagram", "dgm"),
            Map.entry(TRANSITIONAL + "drawingml/2006/picture", "pic"),
            Map.entry(TRANSITIONAL + "drawingml/2006/wordprocessingDrawing", "wp"),
            Map.entry(TRANSITIONAL + "officeDocument/2006/math", "m"),
            Map.entry(TRANSITIONAL + "officeDocument/2006/relationships", "r"),
            Map.entry(TRANSITIONAL + "markup-compatibility/2006", "mc"),
            Map.entry(TRANSITIONAL + "spreadsheetml/2006/main", "x"),
            Map.entry(TRANSITIONAL + "package/2006/relationships", "rel"),
            Map.entry("http://schemas.microsoft.com/office/drawing/2014/chartex", "cx"),
            Map.entry("http://schemas.microsoft.com/office/drawing/2008/diagram", "dsp"),
            Map.entry("http://schemas.microsoft.com/office/drawing/2010/main", "a14"),
            Map.entry("http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"),
            Map.entry("http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", "wpg"),
            Map.entry("http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas", "wpc"),
            Map.entry("http://schemas.microsoft.com/office/word/2010/wordml", "w14"),
            Map.entry("http://schemas.microsoft.com/office/powerpoint/2010/main", "p14"),
            Map.entry("urn:schemas-microsoft-com:vml", "v"),
            Map.entry("urn:schemas-microsoft-com:office:office", "o"));

    /** Extensions whose fallback says less than they do; the fallback of others is a picture of them. */
    private static final Set<String> UNDERSTOOD =
            Set.of("a14", "wps", "wpg", "wpc", "w14", "cx", "m", "c", "dgm", "w", "a");

    private Namespaces() {}

    /** The known prefix; {@code "?"} for other namespaces, empty for none. */
    static String prefix(String namespace) {
        if (namespace.isEmpty()) {
            return "";
        }
        return PREFIXES.getOrDefault(transitional(namespace), "?");
    }

    /** Whether what is written in a namespace is read. The variants of extended charts differ in their number only. */
    static boolean isUnderstood(String namespace) {
        return UNDERSTOOD.contains(prefix(namespace))
                || namespace.startsWith("http://schemas.microsoft.com/office/drawing/")
                        && namespace.endsWith("/chartex");
    }

    private static String transitional(String namespace) {
        if (!namespace.startsWith(STRICT)) {
            return namespace;
        }
        int last = namespace.lastIndexOf('/');
        String folder = last < STRICT.length() ? "" : namespace.substring(STRICT.length(), last + 1);
        return TRANSITIONAL + folder + "2006/" + namespace.substring(last + 1);
    }
}
