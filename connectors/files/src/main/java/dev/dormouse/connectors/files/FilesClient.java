package dev.dormouse.connectors.files;

import dev.dormouse.connectors.files.mapping.Instants;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.FileStore;
import dev.dormouse.spi.FileStore.StoredFile;
import dev.dormouse.spi.Listing;
import dev.dormouse.spi.Reaction;
import dev.dormouse.spi.Surroundings;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Checksum;
import java.util.zip.ZipException;

/** Finds the files of one feed and brings them to a reader, sorted by name. */
final class FilesClient {

    private final FilesConfig config;
    private final FileStore store;
    private final Clock clock;

    FilesClient(FilesConfig config, Surroundings surroundings) {
        this.config = config;
        this.store = surroundings.files();
        this.clock = surroundings.clock();
    }

    Instant now() {
        return clock.instant();
    }

    Instants instants() {
        return new Instants(clock.instant());
    }

    /**
     * Reads every file to its end; tells as of when, and a fingerprint of all content in the order of the names. The
     * fingerprint only has to notice the same old file again, so a checksum does: SHA-256 took a sixth of a large scan.
     */
    Listing readAll(FileReader reader) {
        List<StoredFile> files = find();
        Instant asOf = AsOf.of(files, config.asOf(), clock.instant());
        Checksum digest = new CRC32();
        for (StoredFile file : files) {
            read(file, digest, reader);
        }
        return new Listing(asOf, HexFormat.of().toHexDigits(digest.getValue()));
    }

    /** Of all files together; 0 for a bucket, and where they cannot be found, which is told when they are read. */
    long bytes() {
        if (config.files().stream().anyMatch(file -> file.contains("://"))) {
            return 0;
        }
        try {
            return find().stream().mapToLong(StoredFile::size).sum();
        } catch (ConnectorException e) {
            return 0;
        }
    }

    List<StoredFile> find() {
        TreeMap<String, StoredFile> found = new TreeMap<>();
        for (String pattern : config.files()) {
            List<StoredFile> matching = store.find(pattern);
            if (matching.isEmpty()) {
                throw new ConnectorException(
                        FilesErrorCode.FILES_NOT_FOUND,
                        new Reaction.Gone(),
                        pattern + ": no such file; put the export there ("
                                + config.format().description() + ") or correct `files`");
            }
            matching.forEach(file -> found.put(file.name(), file));
        }
        return List.copyOf(found.values());
    }

    private static void read(StoredFile stored, Checksum digest, FileReader reader) {
        try (FeedFile file = FeedFile.open(stored, digest)) {
            reader.read(file);
            file.finish();
        } catch (EOFException | ZipException e) {
            throw new ConnectorException(
                    FilesErrorCode.FILES_CUT_OFF,
                    new Reaction.Invalid(),
                    stored.name() + ":1:1: the file is cut off: the compressed data are not whole; export it again",
                    e);
        } catch (IOException e) {
            throw notReadable(stored.name(), e);
        }
    }

    static ConnectorException notReadable(String name, IOException e) {
        return switch (e) {
            case AccessDeniedException denied ->
                new ConnectorException(
                        FilesErrorCode.FILES_NOT_READABLE,
                        new Reaction.Forbidden(),
                        name + ": may not be read by this user; grant the permission to read it",
                        denied);
            case NoSuchFileException gone ->
                new ConnectorException(
                        FilesErrorCode.FILES_NOT_FOUND,
                        new Reaction.Gone(),
                        name + ": disappeared before it was read; run again when the export is complete",
                        gone);
            default ->
                new ConnectorException(
                        FilesErrorCode.FILES_NOT_READABLE,
                        new Reaction.Unavailable(),
                        name + ": cannot be read (" + reason(e)
                                + "); see that the disk or the network is well and run again",
                        e);
        };
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }
}
