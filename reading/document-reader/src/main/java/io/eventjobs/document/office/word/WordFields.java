package io.eventjobs.document.office.word;

import io.eventjobs.document.block.SymbolFont;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields that are open while a document is read: links by instruction, whose text may reach over paragraphs. Not thread-safe. */
final class WordFields {
    private static final Pattern LINK =
            Pattern.compile("(?i)^\\s*HYPERLINK\\s+(?:\\\\[a-z]\\s+)*(?:\"([^\"]*)\"|(?!\\\\)(\\S+))");
    private static final Pattern ANCHOR = Pattern.compile("\\\\l\\s+\"([^\"]*)\"");
    private static final Pattern SYMBOL = Pattern.compile("(?i)^\\s*SYMBOL\\s+(0x[0-9a-f]{1,4}|\\d{1,5})(.*)$");
    private static final Pattern FONT = Pattern.compile("(?i)\\\\f\\s+\"?([^\"\\\\]+)\"?");
    private static final int MAX_DEPTH = 64;
    private static final int MAX_INSTRUCTION = 10_000;

    private final Deque<Field> open = new ArrayDeque<>();

    /** A mark of a field; what the field stands for, if it has no text of its own. */
    String mark(String type) {
        switch (type) {
            case "begin" -> {
                if (open.size() < MAX_DEPTH) {
                    open.push(new Field());
                }
            }
            case "separate" -> {
                Field field = open.peek();
                if (field != null) {
                    field.address = address(field.instruction.toString());
                    field.isShown = true;
                }
            }
            case "end" -> {
                Field field = open.poll();
                return field == null || field.isShown ? "" : symbol(field.instruction.toString());
            }
            default -> {
                // No other marks are defined.
            }
        }
        return "";
    }

    void addInstruction(String text) {
        Field field = open.peek();
        if (field != null && field.instruction.length() < MAX_INSTRUCTION) {
            field.instruction.append(text);
        }
    }

    /** Whether text belongs to an instruction, and is not shown. */
    boolean isHidden() {
        return open.stream().anyMatch(field -> !field.isShown);
    }

    /** The address that text at this place links to. */
    @Nullable String address() {
        for (Field field : open) {
            if (field.address != null) {
                return field.address;
            }
        }
        return null;
    }

    /** The address in an instruction; null if it is not that of a link out of the document. */
    static @Nullable String address(String instruction) {
        Matcher link = LINK.matcher(instruction);
        if (!link.find()) {
            return null;
        }
        String address = link.group(1) == null ? link.group(2) : link.group(1);
        Matcher anchor = ANCHOR.matcher(instruction);
        boolean hasAnchor = address.contains(":") && !address.contains("#") && anchor.find();
        return hasAnchor ? address + "#" + anchor.group(1) : address;
    }

    static String symbol(String instruction) {
        Matcher symbol = SYMBOL.matcher(instruction);
        if (!symbol.find()) {
            return "";
        }
        Matcher font = FONT.matcher(symbol.group(2));
        String name = font.find() ? font.group(1).strip() : "";
        int code = Integer.decode(symbol.group(1).replaceFirst("^0+(?=\\d)", ""));
        return SymbolFont.of(name).flatMap(symbols -> symbols.character(code)).orElse(Character.toString(code));
    }

    /** A field between its marks. */
    private static final class Field {
        private final StringBuilder instruction = new StringBuilder();
        private @Nullable String address;
        private boolean isShown;
    }
}
