package io.eventjobs.document.office.word;

import java.util.Locale;

/** Writes numbers as lists label their items. Pure. */
final class NumberFormats {
    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] SIGNS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    private static final int LETTERS = 26;
    private static final int MAX_SHORT = 3_000;

    private NumberFormats() {}

    /** @param format of Word, such as {@code lowerRoman}; unknown ones count as decimal */
    static String written(int number, String format) {
        if (number < 1 || number > MAX_SHORT) {
            return String.valueOf(number);
        }
        return switch (format) {
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letters(number);
            case "lowerLetter" -> letters(number).toLowerCase(Locale.ROOT);
            case "decimalZero" -> number < 10 ? "0" + number : String.valueOf(number);
            case "none" -> "";
            default -> String.valueOf(number);
        };
    }

    static String roman(int number) {
        StringBuilder roman = new StringBuilder();
        int left = number;
        for (int i = 0; i < VALUES.length; i++) {
            while (left >= VALUES[i]) {
                roman.append(SIGNS[i]);
                left -= VALUES[i];
            }
        }
        return roman.toString();
    }

    /** After Z comes AA, then BB. */
    private static String letters(int number) {
        return String.valueOf((char) ('A' + (number - 1) % LETTERS)).repeat((number - 1) / LETTERS + 1);
    }
}
