package io.eventjobs.page.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Line numbers in code that no name tells: elements at the start of each line, numbered consecutively. Numbers that a highlighter marks as
 * such are part of the code.
 */
final class LineNumbers {
    private static final int MAX_DIGITS = 6;

    private final List<Integer> starts = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();

    /** Appends the text of an element that may be a line number; false if it is something else. */
    boolean found(Element element, StringBuilder code) {
        boolean isAtStart = code.isEmpty() || code.charAt(code.length() - 1) == '\n';
        if (!isAtStart || element.childNodeSize() != 1 || !(element.childNode(0) instanceof TextNode text)) {
            return false;
        }
        String number = text.getWholeText();
        if (!isNumber(number.strip()) || isLiteral(element)) {
            return false;
        }
        starts.add(code.length());
        numbers.add(number);
        code.append(number);
        return true;
    }

    /** The code without the numbers, if each line has one; else the code as it is. */
    String removedFrom(StringBuilder code) {
        if (numbers.size() < 2 || !areConsecutive() || !hasEachLine(code)) {
            return code.toString();
        }
        StringBuilder rest = new StringBuilder(code.length());
        int copied = 0;
        for (int i = 0; i < starts.size(); i++) {
            rest.append(code, copied, starts.get(i));
            copied = starts.get(i) + numbers.get(i).length();
        }
        rest.append(code, copied, code.length());
        return rest.toString().isBlank() ? code.toString() : rest.toString();
    }

    private boolean areConsecutive() {
        int first = Integer.parseInt(numbers.getFirst().strip());
        for (int i = 0; i < numbers.size(); i++) {
            if (Integer.parseInt(numbers.get(i).strip()) != first + i) {
                return false;
            }
        }
        return true;
    }

    private boolean hasEachLine(StringBuilder code) {
        return code.toString().lines().filter(line -> !line.isBlank()).count() == numbers.size();
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isLiteral(Element element) {
        String names = element.className().toLowerCase(Locale.ROOT);
        boolean isNamedNumber = names.contains("number") && !names.contains("line") || names.contains("constant");
        return isNamedNumber || names.equals("mi") || names.equals("m") || names.equals("mf") || names.equals("il");
    }
}
