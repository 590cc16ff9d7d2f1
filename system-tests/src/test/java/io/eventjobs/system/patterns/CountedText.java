package io.eventjobs.system.patterns;

/** A text that counts how often its characters are looked at: the work of a regular expression, whatever the machine. */
final class CountedText implements CharSequence {
    private final String text;
    private final long max;
    private long looks;

    CountedText(String text, long max) {
        this.text = text;
        this.max = max;
    }

    long looks() {
        return looks;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        looks++;
        if (looks > max) {
            throw new TooManyLooks();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Ends a match that would not end. */
    static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyLooks() {
            super("too many looks", null, false, false);
        }
    }
}
