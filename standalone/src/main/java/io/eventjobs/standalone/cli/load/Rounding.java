package io.eventjobs.standalone.cli.load;

/** Rounds what is printed. */
final class Rounding {
    private Rounding() {}

    static double toTenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    static double toHundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
