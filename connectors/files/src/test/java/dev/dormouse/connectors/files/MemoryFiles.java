package dev.dormouse.connectors.files;

import dev.dormouse.spi.FileStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** Files that exist only here; a pattern is a name, or the start of names before a star. */
final class MemoryFiles implements FileStore {

    private final TreeMap<String, MemoryFile> files = new TreeMap<>();

    MemoryFiles with(String name, byte[] content, Instant modified) {
        files.put(name, new MemoryFile(name, content, modified, content.length));
        return this;
    }

    MemoryFiles with(String name, byte[] content) {
        return with(name, content, Feeds.NOW);
    }

    MemoryFiles with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A file that was announced as larger or smaller than it is. */
    MemoryFiles announced(String name, String content, long size) {
        files.put(name, new MemoryFile(name, content.getBytes(StandardCharsets.UTF_8), Feeds.NOW, size));
        return this;
    }

    @Override
    public List<StoredFile> find(String pattern) {
        int star = pattern.indexOf('*');
        return files.values().stream()
                .filter(file -> star < 0
                        ? file.name.equals(pattern)
                        : file.name.startsWith(pattern.substring(0, star))
                                && file.name.endsWith(pattern.substring(star + 1)))
                .map(StoredFile.class::cast)
                .toList();
    }

    static byte[] gzip(String content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record MemoryFile(String name, byte[] content, Instant modified, long size) implements StoredFile {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content) {
                private boolean closed;

                @Override
                public synchronized int read(byte[] target, int offset, int length) {
                    if (closed) {
                        throw new IllegalStateException("read after close");
                    }
                    return super.read(target, offset, length);
                }

                @Override
                public void close() {
                    closed = true;
                }
            };
        }
    }
}
