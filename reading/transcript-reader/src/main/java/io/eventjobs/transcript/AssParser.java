package io.eventjobs.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Advanced SubStation Alpha and its predecessor (.ass, .ssa): the dialogue lines in the order of fields that the file declares, with
 * the actor as speaker. Comments, override tags and drawings are skipped. Linear in the text.
 */
final class AssParser {
    private static final int LINES_TO_JUDGE_BY = 20;
    private static final String DIALOGUE = "dialogue:";
    private static final String FORMAT = "format:";
    private static final List<String> USUAL_FIELDS =
            List.of("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text");
    /** {@code \p1} begins a drawing, {@code \p0} ends it. */
    private static final Pattern DRAWING = Pattern.compile("\\\\p(\\d)");

    private final CueCollector cues = new CueCollector();
    private List<String> fields = USUAL_FIELDS;

    private AssParser() {}

    static boolean isAss(String text) {
        LineCursor lines = new LineCursor(text);
        for (int i = 0; i < LINES_TO_JUDGE_BY && !lines.atEnd(); i++) {
            String line = lower(lines.next());
            if (line.equals("[script info]") || line.equals("[events]")) {
                return true;
            }
        }
        return false;
    }

    static ParsedCues parse(String text) {
        AssParser parser = new AssParser();
        boolean inEvents = false;
        LineCursor lines = new LineCursor(text);
        while (!lines.atEnd() && !parser.cues.isFull()) {
            String line = lines.next().strip();
            String lower = lower(line);
            if (lower.startsWith("[")) {
                inEvents = lower.equals("[events]");
            } else if (inEvents && lower.startsWith(FORMAT)) {
                parser.fields(lower.substring(FORMAT.length()));
            } else if (lower.startsWith(DIALOGUE)) {
                parser.dialogue(line.substring(DIALOGUE.length()));
            }
        }
        return parser.cues.parsed();
    }

    private void fields(String declared) {
        List<String> names = new ArrayList<>();
        for (String name : declared.split(",")) {
            names.add(name.strip());
        }
        fields = names.contains("text") ? names : USUAL_FIELDS;
    }

    private void dialogue(String line) {
        String[] values = line.split(",", fields.size());
        String text = spoken(value("text", values));
        Optional<Long> start = CueTiming.time(value("start", values));
        Optional<Long> end = CueTiming.time(value("end", values));
        if (start.isPresent() && end.isPresent()) {
            cues.addPlain(start.get(), Math.max(start.get(), end.get()), actor(values), text);
        } else if (!text.isBlank()) {
            cues.addMalformed();
        }
    }

    private @Nullable String actor(String[] values) {
        String name = CueText.oneSpaced(value(fields.contains("actor") ? "actor" : "name", values));
        return name.isEmpty() ? null : name;
    }

    private String value(String field, String[] values) {
        int index = fields.indexOf(field);
        return index < 0 || index >= values.length ? "" : values[index];
    }

    private static String spoken(String raw) {
        StringBuilder spoken = new StringBuilder(raw.length());
        int lastEnd = raw.lastIndexOf('}');
        boolean isDrawing = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '{' && i < lastEnd) {
                int end = raw.indexOf('}', i);
                Matcher mode = DRAWING.matcher(raw).region(i, end);
                while (mode.find()) {
                    isDrawing = !mode.group(1).equals("0");
                }
                i = end;
            } else if (c == '\\' && i + 1 < raw.length() && "Nnh".indexOf(raw.charAt(i + 1)) >= 0) {
                spoken.append(raw.charAt(++i) == 'N' ? '\n' : ' ');
            } else if (!isDrawing) {
                spoken.append(c);
            }
        }
        return spoken.toString();
    }

    private static String lower(String line) {
        return line.strip().toLowerCase(Locale.ROOT);
    }
}
