package io.eventjobs.schedule;

/**
 * Removes control characters that XML forbids, literal or as references, since some schedule exporters let them through; half of a surrogate
 * pair, in either form, is replaced by U+FFFD, and a pair of two references becomes its character.
 */
final class XmlCleaning {
    private static final int MAX_REFERENCE_LENGTH = 12;
    private static final char REPLACEMENT = '\ufffd';

    private final String xml;
    private final StringBuilder cleaned;

    private XmlCleaning(String xml) {
        this.xml = xml;
        this.cleaned = new StringBuilder(xml.length());
    }

    static String cleaned(String xml) {
        return new XmlCleaning(xml).clean();
    }

    private String clean() {
        for (int i = 0; i < xml.length(); i++) {
            char c = xml.charAt(i);
            int end = c == '&' ? referenceEnd(i) : -1;
            int code = end < 0 ? -1 : code(i + 2, end);
            if (code >= 0 && isForbidden(code)) {
                int next = end + 1 < xml.length() && xml.charAt(end + 1) == '&' ? referenceEnd(end + 1) : -1;
                int low = next < 0 ? -1 : code(end + 3, next);
                boolean isPair = isHigh(code) && low >= 0xdc00 && low <= 0xdfff;
                if (isPair) {
                    cleaned.append((char) code).append((char) low);
                } else if (isSurrogate(code)) {
                    cleaned.append(REPLACEMENT);
                }
                i = isPair ? next : end;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < xml.length()
                    && Character.isLowSurrogate(xml.charAt(i + 1))) {
                cleaned.append(c).append(xml.charAt(++i));
            } else if (isSurrogate(c)) {
                cleaned.append(REPLACEMENT);
            } else if (!isForbidden(c)) {
                cleaned.append(c);
            }
        }
        return cleaned.toString();
    }

    /** The index of the semicolon of a numeric reference; -1 if there is none here. */
    private int referenceEnd(int at) {
        if (!xml.startsWith("&#", at)) {
            return -1;
        }
        int end = at + 2;
        while (end < xml.length() && end - at < MAX_REFERENCE_LENGTH && xml.charAt(end) != ';') {
            end++;
        }
        return end < xml.length() && xml.charAt(end) == ';' && end > at + 2 ? end : -1;
    }

    /** -1 if these are no digits. */
    private int code(int start, int end) {
        boolean hex = xml.charAt(start) == 'x' || xml.charAt(start) == 'X';
        long code = 0;
        for (int i = hex ? start + 1 : start; i < end; i++) {
            int digit = Character.digit(xml.charAt(i), hex ? 16 : 10);
            if (digit < 0) {
                return -1;
            }
            code = code * (hex ? 16 : 10) + digit;
        }
        return (int) Math.min(code, Integer.MAX_VALUE);
    }

    private static boolean isHigh(int code) {
        return code >= 0xd800 && code <= 0xdbff;
    }

    private static boolean isSurrogate(int code) {
        return code >= 0xd800 && code <= 0xdfff;
    }

    private static boolean isForbidden(int code) {
        boolean isControl = code < ' ' && code != '\n' && code != '\r' && code != '\t';
        return isControl || isSurrogate(code) || code == 0xfffe || code == 0xffff || code > 0x10ffff;
    }
}
