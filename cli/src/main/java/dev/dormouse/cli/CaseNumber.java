package dev.dormouse.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The case that a command is about. */
final class CaseNumber {

    @Parameters(
            index = "0",
            paramLabel = "CASE",
            converter = ToNumber.class,
            description = "The number of the case, as cases list shows it.")
    private long id;

    long id() {
        return id;
    }

    /** Many try the login. */
    static final class ToNumber implements ITypeConverter<Long> {

        @Override
        public Long convert(String word) {
            try {
                return Long.valueOf(word);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("CASE is a number; find it with: dormouse cases list " + word);
            }
        }
    }
}
