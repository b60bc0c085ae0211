package dev.dormouse.connectors.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/** A buffer that shows its first bytes before they are read, counts what passed, and adds it to a digest. */
final class PeekStream extends InputStream {

    private final InputStream in;
    private final @Nullable Checksum digest;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private long count;

    PeekStream(InputStream in, @Nullable Checksum digest) {
        this.in = in;
        this.digest = digest;
    }

    /** Up to so many of the next bytes, at most the size of the buffer; fewer only at the end. */
    byte[] peek(int wanted) throws IOException {
        while (to - from < wanted && fill()) {
            // fills on, because one read may bring less than what is there
        }
        return Arrays.copyOfRange(buffer, from, Math.min(to, from + wanted));
    }

    /** Bytes taken from the stream beneath. */
    long count() {
        return count;
    }

    private boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = 0;
        }
        int read = in.read(buffer, to, buffer.length - to);
        if (read <= 0) {
            return false;
        }
        if (digest != null) {
            digest.update(buffer, to, read);
        }
        to += read;
        count += read;
        return true;
    }

    @Override
    public int read() throws IOException {
        if (from == to && !fill()) {
            return -1;
        }
        return buffer[from++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (from == to && !fill()) {
            return -1;
        }
        int given = Math.min(length, to - from);
        System.arraycopy(buffer, from, target, offset, given);
        from += given;
        return given;
    }

    @Override
    public int available() {
        return to - from;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
