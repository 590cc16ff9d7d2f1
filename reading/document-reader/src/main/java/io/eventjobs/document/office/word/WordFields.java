package io.eventjobs.document.office.word;

import io.eventjobs.document.block.Span;
import io.eventjobs.document.block.SymbolFont;
import io.eventjobs.document.office.math.EquationField;
import io.eventjobs.document.office.xml.XmlElement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
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
    private static final Pattern BUTTON = Pattern.compile("(?i)^\\s*(?:MACROBUTTON|GOTOBUTTON)\\s+\\S+\\s+(.*)$");
    private static final int MAX_DEPTH = 64;
    private static final int MAX_INSTRUCTION = 10_000;

    private final Deque<Field> open = new ArrayDeque<>();

    /** A mark of a field; what the field stands for, if it has no text of its own, else null. */
    @Nullable Span mark(XmlElement mark) {
        switch (mark.attribute("fldCharType")) {
            case "begin" -> {
                if (open.size() < MAX_DEPTH) {
                    open.push(new Field(WordFormFields.shown(mark)));
                }
            }
            case "separate" -> {
                Field field = open.peek();
                if (field != null && !field.isFormula()) {
                    field.address = address(field.instruction.toString());
                    field.isShown = true;
                }
            }
            case "end" -> {
                Field field = open.poll();
                Span shown = field == null || field.isShown ? null : field.shown();
                if (shown != null && isHidden()) {
                    // A part of the instruction around it.
                    addInstruction(shown.text());
                    return null;
                }
                return shown;
            }
            default -> {
                // No other marks are defined.
            }
        }
        return null;
    }

    /** What an instruction shows without a text of its own: a symbol, a formula, a button; null if nothing. */
    static @Nullable Span shown(String instruction) {
        Optional<EquationField.Content> equation = EquationField.of(instruction);
        if (equation.isPresent()) {
            return switch (equation.get()) {
                case EquationField.Formula formula -> new Span(formula.text(), Span.Style.MATH, null);
                case EquationField.Annotated words -> Span.plain(words.text());
            };
        }
        Matcher button = BUTTON.matcher(instruction);
        String text = button.find() ? button.group(1).strip() : symbol(instruction);
        return text.isEmpty() ? null : Span.plain(text);
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

    private static String symbol(String instruction) {
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
        private final String state;
        private @Nullable String address;
        private boolean isShown;

        /** @param state of a form field, empty if it is none or has a text of its own */
        private Field(String state) {
            this.state = state;
        }

        private boolean isFormula() {
            return EquationField.of(instruction.toString()).isPresent();
        }

        private @Nullable Span shown() {
            return state.isEmpty() ? WordFields.shown(instruction.toString()) : Span.plain(state);
        }
    }
}
