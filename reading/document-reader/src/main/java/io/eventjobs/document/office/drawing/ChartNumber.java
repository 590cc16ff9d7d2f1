package io.eventjobs.document.office.drawing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;

/** Writes the numbers of spreadsheets as they are meant: percentages and days by their format, others without noise of binary fractions. */
final class ChartNumber {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(?:\\.\\d{1,30})?(?:[eE][-+]?\\d{1,3})?");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]{0,255}+\"|\\[[^]]{0,255}+]|\\\\.|_.|\\*.");
    /** A spreadsheet allows no longer format. */
    private static final int MAX_FORMAT = 255;

    private static final Pattern DAY = Pattern.compile("(?i)(?=.*[dy]).*(?:d.*m|m.*d|y|mmm).*|(?i)mmm+");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int LAST_DAY = 2_958_465;

    private ChartNumber() {}

    /** @param format of the cell, empty if unknown */
    static String of(String value, String format) {
        String plain = value.strip();
        if (!NUMBER.matcher(plain).matches()) {
            return plain;
        }
        BigDecimal number = new BigDecimal(plain).round(new MathContext(12, RoundingMode.HALF_UP));
        String code = format.equalsIgnoreCase("General")
                ? ""
                : QUOTED.matcher(format.split(";", 2)[0]).replaceAll("");
        if (code.contains("%")) {
            return written(number.movePointRight(2)) + "%";
        }
        boolean isDay = code.length() <= MAX_FORMAT
                && DAY.matcher(code).matches()
                && number.signum() > 0
                && number.intValue() <= LAST_DAY;
        return isDay ? day(number) : written(number);
    }

    private static String day(BigDecimal serial) {
        BigDecimal fraction = serial.remainder(BigDecimal.ONE);
        LocalDate day = DAY_ZERO.plusDays(serial.longValue());
        if (fraction.signum() == 0) {
            return day.toString();
        }
        LocalDateTime time = day.atStartOfDay()
                .plusMinutes(fraction.multiply(BigDecimal.valueOf(1_440))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValue());
        return time.toString().replace('T', ' ');
    }

    private static String written(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return Math.abs(plain.scale()) > 15 ? plain.toString() : plain.toPlainString();
    }
}
