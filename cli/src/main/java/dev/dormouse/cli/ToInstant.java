package dev.dormouse.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an instant with any offset. */
final class ToInstant implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "write an instant such as 2024-06-19T12:00:00Z or 2024-06-19T13:00:00+01:00, not '" + value + "'");
        }
    }
}
