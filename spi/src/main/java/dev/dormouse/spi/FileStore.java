package dev.dormouse.spi;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/** Finds files by name, in a folder or a bucket. */
public interface FileStore {

    /**
     * The files that match, sorted by name; empty where there is none.
     *
     * @param pattern a path whose last part may hold {@code *} and {@code ?}, or {@code s3://bucket/prefix/*.json}
     * @throws ConnectorException when the folder or bucket cannot be listed
     */
    List<StoredFile> find(String pattern);

    /** One file: where it lies, when it was written, how large it is. */
    interface StoredFile {

        /** The name as a person would write it; error messages begin with it. */
        String name();

        Instant modified();

        /** Bytes as stored, before any decompression. */
        long size();

        /** A new stream from the first byte; not decompressed. The caller closes it. */
        InputStream open() throws IOException;
    }
}
