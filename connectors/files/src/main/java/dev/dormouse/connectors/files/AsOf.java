package dev.dormouse.connectors.files;

import dev.dormouse.spi.FileStore.StoredFile;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Up to when the files of one feed tell everything. */
final class AsOf {

    /** GitHub names its exports {@code export-<enterprise>-<seconds or milliseconds since 1970>.csv}. */
    private static final Pattern EPOCH = Pattern.compile("[-_](\\d{10}|\\d{13})\\.[^/\\\\]*$");

    private static final Instant FIRST_GITHUB = Instant.parse("2008-01-01T00:00:00Z");

    private AsOf() {}

    /** Of several files the oldest, because each is needed. Never later than now. */
    static Instant of(List<StoredFile> files, @Nullable Instant declared, Instant now) {
        Instant oldest = now;
        for (StoredFile file : files) {
            Instant asOf = declared != null ? declared : of(file, now);
            oldest = asOf.isBefore(oldest) ? asOf : oldest;
        }
        return oldest;
    }

    private static Instant of(StoredFile file, Instant now) {
        Matcher epoch = EPOCH.matcher(file.name());
        if (epoch.find()) {
            long number = Long.parseLong(epoch.group(1));
            Instant named =
                    epoch.group(1).length() == 13 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
            if (!named.isBefore(FIRST_GITHUB) && !named.isAfter(now)) {
                return named;
            }
        }
        return file.modified();
    }
}
