package io.eventjobs.system.patterns;

import java.util.ArrayList;
import java.util.List;

/** The structure of a regular expression as far as texts that it matches in part can be made from it. */
sealed interface ExpressionTree {
    /** One character: a literal or a class, as it was written. */
    record One(String source) implements ExpressionTree {}

    /** What takes no characters: anchors and what is looked for ahead or behind. */
    record Nothing() implements ExpressionTree {}

    record Sequence(List<ExpressionTree> parts) implements ExpressionTree {}

    record Choice(List<ExpressionTree> options) implements ExpressionTree {}

    /** @param max {@link Integer#MAX_VALUE} if there is none */
    record Repetition(ExpressionTree part, int min, int max) implements ExpressionTree {}

    static ExpressionTree of(String expression) {
        return new Reader(expression).choice();
    }

    /** Reads an expression that compiles, so it needs to understand only how far each part goes. */
    final class Reader {
        private final String text;
        private int at;

        private Reader(String text) {
            this.text = text;
        }

        private ExpressionTree choice() {
            List<ExpressionTree> options = new ArrayList<>(List.of(sequence()));
            while (at < text.length() && text.charAt(at) == '|') {
                at++;
                options.add(sequence());
            }
            return options.size() == 1 ? options.getFirst() : new Choice(options);
        }

        private ExpressionTree sequence() {
            List<ExpressionTree> parts = new ArrayList<>();
            while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
                parts.add(repeated(part()));
            }
            return new Sequence(parts);
        }

        private ExpressionTree part() {
            char first = text.charAt(at);
            return switch (first) {
                case '(' -> group();
                case '[' -> one(endOfClass(at));
                case '\\' -> escape();
                case '^', '$' -> {
                    at++;
                    yield new Nothing();
                }
                default -> one(at + Character.charCount(text.codePointAt(at)));
            };
        }

        private ExpressionTree one(int end) {
            String source = text.substring(at, end);
            at = end;
            return new One(source);
        }

        private ExpressionTree group() {
            int begin = at;
            at = text.startsWith("(?", at) ? endOfGroupHead(at + 2) : at + 1;
            String head = text.substring(begin, at);
            if (head.endsWith(")")) {
                return new Nothing();
            }
            ExpressionTree inside = choice();
            at++;
            boolean looks = head.equals("(?=") || head.equals("(?!") || head.equals("(?<=") || head.equals("(?<!");
            return looks ? new Nothing() : inside;
        }

        /** After (?:, (?=, (?<=, (?<name>, (?i: or (?i). */
        private int endOfGroupHead(int from) {
            if (text.charAt(from) == '<' && text.charAt(from + 1) != '=' && text.charAt(from + 1) != '!') {
                return text.indexOf('>', from) + 1;
            }
            int end = from;
            while (":=!>)".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            return end + 1;
        }

        private ExpressionTree escape() {
            char kind = text.charAt(at + 1);
            if (kind == 'Q') {
                return quotation();
            }
            if ("bBAzZG".indexOf(kind) >= 0 || Character.isDigit(kind) && kind != '0') {
                at += 2;
                return new Nothing();
            }
            if (kind == 'p' || kind == 'P' || kind == 'x' && text.charAt(at + 2) == '{') {
                return one(text.charAt(at + 2) == '{' ? text.indexOf('}', at) + 1 : at + 3);
            }
            return one(at + (kind == 'u' ? 6 : kind == 'x' ? 4 : 2));
        }

        private ExpressionTree quotation() {
            int end = text.indexOf("\\E", at);
            String quoted = text.substring(at + 2, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 2;
            return new Sequence(quoted.chars()
                    .mapToObj(character -> (ExpressionTree) new One("\\Q" + (char) character + "\\E"))
                    .toList());
        }

        private int endOfClass(int begin) {
            int end = begin + 1;
            if (text.charAt(end) == '^') {
                end++;
            }
            for (boolean first = true; first || text.charAt(end) != ']'; first = false) {
                char next = text.charAt(end);
                end = next == '[' ? endOfClass(end) : next == '\\' ? end + 2 : end + 1;
            }
            return end + 1;
        }

        private ExpressionTree repeated(ExpressionTree part) {
            ExpressionTree result = part;
            while (at < text.length() && "?*+{".indexOf(text.charAt(at)) >= 0) {
                result = repetition(result);
            }
            return result;
        }

        private ExpressionTree repetition(ExpressionTree part) {
            char sign = text.charAt(at);
            int min = sign == '+' ? 1 : 0;
            int max = sign == '?' ? 1 : Integer.MAX_VALUE;
            int end = at + 1;
            if (sign == '{') {
                end = text.indexOf('}', at) + 1;
                String[] bounds = text.substring(at + 1, end - 1).split(",", -1);
                min = Integer.parseInt(bounds[0]);
                max = bounds.length == 1 ? min : bounds[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(bounds[1]);
            }
            at = end < text.length() && "?+".indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
            return new Repetition(part, min, max);
        }
    }
}
