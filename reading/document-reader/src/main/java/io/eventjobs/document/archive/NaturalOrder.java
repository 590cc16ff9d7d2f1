package io.eventjobs.document.archive;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sorts names as people do: {@code part 2} before {@code part 10}, ignoring case. */
final class NaturalOrder implements Comparator<String>, Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern PART = Pattern.compile("\\d+|\\D+");

    @Override
    public int compare(String one, String other) {
        Matcher left = PART.matcher(one);
        Matcher right = PART.matcher(other);
        while (left.find()) {
            if (!right.find()) {
                return 1;
            }
            int difference = compareParts(left.group(), right.group());
            if (difference != 0) {
                return difference;
            }
        }
        return right.find() ? -1 : one.compareTo(other);
    }

    private static int compareParts(String left, String right) {
        boolean areNumbers = Character.isDigit(left.charAt(0)) && Character.isDigit(right.charAt(0));
        return areNumbers ? new BigInteger(left).compareTo(new BigInteger(right)) : left.compareToIgnoreCase(right);
    }
}
