package io.eventjobs.worker.session.document;

import java.util.stream.Collectors;

/** Moves the headings of Markdown to deeper levels, so that they fit below another heading; code is left unchanged. */
final class HeadingShift {
    private static final int MAX_LEVEL = 6;

    private String fence = "";

    private HeadingShift() {}

    /** @param text as this worker writes it */
    static String of(String text, int deeper) {
        HeadingShift headings = new HeadingShift();
        return text.lines().map(line -> headings.line(line, deeper)).collect(Collectors.joining("\n"));
    }

    private String line(String line, int deeper) {
        if (!fence.isEmpty()) {
            fence = line.equals(fence) ? "" : fence;
            return line;
        }
        if (line.startsWith("```")) {
            fence = line;
            return line;
        }
        int level = 0;
        while (level < line.length() && line.charAt(level) == '#') {
            level++;
        }
        boolean isHeading = level >= 1 && level <= MAX_LEVEL && line.startsWith(" ", level);
        return isHeading ? "#".repeat(Math.min(MAX_LEVEL, level + deeper)) + line.substring(level) : line;
    }
}
