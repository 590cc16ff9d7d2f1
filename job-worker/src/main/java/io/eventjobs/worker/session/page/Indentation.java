package io.eventjobs.worker.session.page;

/** Puts blocks into other blocks. */
final class Indentation {
    private Indentation() {}

    /** Every line behind a prefix. */
    static String prefixed(String blocks, String prefix) {
        return blocks.isBlank() ? "" : prefix + blocks.replace("\n", "\n" + prefix);
    }

    /** The first line behind the marker, the others below it. */
    static String item(String marker, String blocks) {
        if (blocks.isBlank()) {
            return "";
        }
        String indent = " ".repeat(marker.length());
        return (marker + blocks.replace("\n", "\n" + indent)).replaceAll("(?m)^ +$", "");
    }
}
