package io.eventjobs.document.pdf.layout;

import io.eventjobs.document.block.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reorders a line with right-to-left text from visual order, as stored in PDFs, to logical order. Where the visual order is ambiguous, a
 * number after Latin words belongs to them. Pure.
 */
final class LogicalOrder {
    private static final String OPENING = "([{<«‹";
    private static final String CLOSING = ")]}>»›";

    private LogicalOrder() {}

    /** Returns the spans unchanged if they contain no right-to-left text. */
    static List<Span> of(List<Span> seen) {
        if (seen.stream().noneMatch(span -> span.text().codePoints().anyMatch(c -> side(c) == Side.RIGHT))) {
            return seen;
        }
        List<Unit> line = units(seen);
        boolean isRight = words(line, Side.RIGHT) >= words(line, Side.LEFT);
        if (isRight) {
            Collections.reverse(line);
            turnRuns(line, Side.LEFT);
        } else {
            turnRuns(line, Side.RIGHT);
        }
        turnNumbers(line, isRight);
        return spans(isRight ? withOpenBrackets(line) : line);
    }

    private static int words(List<Unit> line, Side side) {
        int words = 0;
        Side before = Side.NEITHER;
        for (Unit unit : line) {
            words += unit.side == side && before != side ? 1 : 0;
            before = unit.side;
        }
        return words;
    }

    /** Reverses runs of the other direction: from one letter of that direction to the last before a letter of the main direction. */
    private static void turnRuns(List<Unit> line, Side side) {
        for (int at = 0; at < line.size(); at++) {
            int end = end(line, at, side);
            if (end > at && line.subList(at, end).stream().anyMatch(unit -> unit.side == side)) {
                Collections.reverse(line.subList(at, end));
                line.subList(at, end).forEach(Unit::turn);
                at = end;
            }
        }
    }

    /** The end (exclusive) of the run that starts here; {@code at} if none starts. */
    private static int end(List<Unit> line, int at, Side side) {
        boolean begins = line.get(at).side == side || side == Side.LEFT && line.get(at).side == Side.NUMBER;
        if (!begins) {
            return at;
        }
        int end = at + 1;
        for (int next = at + 1; next < line.size(); next++) {
            Side other = line.get(next).side;
            if (other == side || side == Side.LEFT && other == Side.NUMBER) {
                end = next + 1;
            } else if (other == Side.RIGHT || other == Side.LEFT) {
                break;
            }
        }
        return end;
    }

    /** Numbers read from left to right in any script, but were reversed with the surrounding text. */
    private static void turnNumbers(List<Unit> line, boolean isTurned) {
        for (int at = 0; at < line.size(); at++) {
            int end = at;
            while (end < line.size() && isOfNumber(line, at, end)) {
                end++;
            }
            if (end > at + 1 && line.get(at).isTurned != isTurned) {
                Collections.reverse(line.subList(at, end));
            }
            at = Math.max(at, end - 1);
        }
    }

    private static boolean isOfNumber(List<Unit> line, int start, int at) {
        if (line.get(at).isTurned != line.get(start).isTurned) {
            return false;
        }
        if (line.get(at).side == Side.NUMBER) {
            return true;
        }
        boolean isInside = at > start && at + 1 < line.size() && line.get(at + 1).side == Side.NUMBER;
        return isInside
                && line.get(at).text.length() == 1
                && ".,:/-+".indexOf(line.get(at).text.charAt(0)) >= 0;
    }

    /** Some files store mirrored brackets and others logical ones; the first bracket of a line must be an opening one. */
    private static List<Unit> withOpenBrackets(List<Unit> line) {
        for (Unit unit : line) {
            if (CLOSING.contains(unit.text)) {
                return line.stream().map(Unit::mirrored).toList();
            }
            if (OPENING.contains(unit.text)) {
                break;
            }
        }
        return line;
    }

    private static List<Unit> units(List<Span> seen) {
        List<Unit> units = new ArrayList<>();
        for (Span span : seen) {
            int begin = 0;
            while (begin < span.text().length() && span.text().charAt(begin) == ' ') {
                begin++;
            }
            if (begin > 0) {
                units.add(new Unit(" ", span, Side.NEITHER));
            }
            String text = span.text().substring(begin);
            if (!text.isEmpty()) {
                Side side = side(text.codePointAt(0));
                if (side == Side.MARK && !units.isEmpty()) {
                    units.getLast().text += text;
                } else {
                    units.add(new Unit(text, span, side));
                }
            }
        }
        return units;
    }

    private static List<Span> spans(List<Unit> line) {
        return line.stream()
                .map(unit -> new Span(unit.text, unit.span.style(), unit.span.address()))
                .toList();
    }

    private static Side side(int c) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> Side.RIGHT;
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> Side.LEFT;
            case Character.DIRECTIONALITY_EUROPEAN_NUMBER, Character.DIRECTIONALITY_ARABIC_NUMBER -> Side.NUMBER;
            case Character.DIRECTIONALITY_NONSPACING_MARK -> Side.MARK;
            default -> Side.NEITHER;
        };
    }

    private enum Side {
        LEFT,
        RIGHT,
        NUMBER,
        MARK,
        NEITHER
    }

    /** Characters drawn together: a character with its marks, or a ligature. */
    private static final class Unit {
        private final Span span;
        private final Side side;
        private String text;
        private boolean isTurned;

        Unit(String text, Span span, Side side) {
            this.text = text;
            this.span = span;
            this.side = side;
        }

        void turn() {
            isTurned = true;
        }

        Unit mirrored() {
            int opening = text.length() == 1 ? OPENING.indexOf(text) : -1;
            int closing = text.length() == 1 ? CLOSING.indexOf(text) : -1;
            if (isTurned || opening < 0 && closing < 0) {
                return this;
            }
            String other =
                    opening >= 0 ? CLOSING.substring(opening, opening + 1) : OPENING.substring(closing, closing + 1);
            return new Unit(other, span, side);
        }
    }
}
