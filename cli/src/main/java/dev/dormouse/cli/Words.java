package dev.dormouse.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** How dates and numbers are read; what picocli would say of a wrong one names classes of Java. */
final class Words {

    private Words() {}

    static void register(CommandLine line) {
        line.registerConverter(LocalDate.class, Words::date)
                .registerConverter(Integer.class, Words::whole)
                .registerConverter(int.class, Words::whole)
                .registerConverter(double.class, Words::number);
    }

    private static LocalDate date(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeException e) {
            throw new TypeConversionException("write a date such as 2026-01-31, not '" + word + "'");
        }
    }

    private static int whole(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("write a whole number, for example 90, not '" + word + "'");
        }
    }

    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("write a number, for example 2.5, not '" + word + "'");
        }
    }
}
