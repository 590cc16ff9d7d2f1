package io.eventjobs.standalone.cli.servers;

import picocli.CommandLine.TypeConversionException;

/** Reads integers within bounds. */
final class IntegerRange {
    private IntegerRange() {}

    /** @throws TypeConversionException that says what is allowed */
    static int of(String text, int min, int max) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told like a number out of range.
        }
        throw new TypeConversionException("must be a number from " + min + " to " + max + ", but is " + text);
    }
}
