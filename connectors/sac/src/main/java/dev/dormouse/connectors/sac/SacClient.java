package dev.dormouse.connectors.sac;

import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.FileStore.StoredFile;
import dev.dormouse.spi.Reaction;
import dev.dormouse.spi.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/** Finds the files of one export and brings them to a reader, sorted by name. */
final class SacClient {

    private final Surroundings surroundings;

    SacClient(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Instant now() {
        return surroundings.clock().instant();
    }

    /** Reads every file to its end, and tells a checksum of all of them and when the newest was written. */
    Read readAll(List<String> patterns, FileReader reader) {
        CRC32 checksum = new CRC32();
        Instant newest = null;
        for (StoredFile file : find(patterns)) {
            read(file, checksum, reader);
            newest = newest == null || file.modified().isAfter(newest) ? file.modified() : newest;
        }
        return new Read(newest, HexFormat.of().toHexDigits(checksum.getValue()));
    }

    private List<StoredFile> find(List<String> patterns) {
        TreeMap<String, StoredFile> found = new TreeMap<>();
        for (String pattern : patterns) {
            List<StoredFile> matching = surroundings.files().find(pattern);
            if (matching.isEmpty()) {
                throw new ConnectorException(
                        SacErrorCode.SAC_NOT_FOUND,
                        new Reaction.Gone(),
                        pattern + ": no such file; put the export there, or correct the setting");
            }
            matching.forEach(file -> found.put(file.name(), file));
        }
        return List.copyOf(found.values());
    }

    private static void read(StoredFile file, CRC32 checksum, FileReader reader) {
        try (InputStream content = new CheckedInputStream(file.open(), checksum)) {
            reader.read(new Export(file.name()), content);
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new ConnectorException(
                    SacErrorCode.SAC_NOT_READABLE,
                    new Reaction.Unavailable(),
                    file.name() + ": cannot be read ("
                            + reason.lines().findFirst().orElse("") + ")",
                    e);
        }
    }

    /** Takes one file. */
    interface FileReader {

        void read(Export export, InputStream content) throws IOException;
    }

    /**
     * What was read.
     *
     * @param newest when the newest file was written; null where there was none to read
     */
    record Read(@Nullable Instant newest, String fingerprint) {

        /** As of when the files tell, which is never later than now. */
        Instant asOf(@Nullable Instant declared, Instant now) {
            Instant known = declared == null ? newest : declared;
            return known == null || known.isAfter(now) ? now : known;
        }
    }
}
