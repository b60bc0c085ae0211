package dev.dormouse.connectors.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts JSON between its records, so that several threads can read it and one broken record does not spoil the others. What
 * stands between the records (brackets and commas of arrays) becomes white space.
 */
final class LogBlocks {

    /** Much, as the format is recognised by the first block. */
    private static final int FIRST = 3 << 19;

    /** Little, so that a block is still in the cache of a processor when it is read. */
    private static final int BUFFER = 1 << 18;

    private static final int LARGEST = 1 << 30;

    /** How the records lie in the file. */
    enum Layout {
        /** One record on each line. */
        LINES,
        /** Values over any number of lines, or the elements of an array. */
        VALUES
    }

    /**
     * Behind the last byte stands a line end, whatever the file has there.
     *
     * @param from the first byte
     * @param last nothing follows
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Block(byte[] bytes, int from, int to, boolean last) {}

    private final InputStream in;
    private final Layout layout;
    private byte[] buffer = new byte[FIRST];
    private final Deque<byte[]> spares = new ArrayDeque<>();
    private int filled;
    private int scanned;
    private int depth;
    private int arrays;
    private boolean inText;
    private boolean escaped;
    private boolean ended;
    private boolean packedCutOff;

    LogBlocks(InputStream in, Layout layout) {
        this.in = in;
        this.layout = layout;
    }

    /** The next block; null at the end. */
    @Nullable
    Block next() throws IOException {
        if (ended) {
            return null;
        }
        while (true) {
            boolean end = fill();
            int boundary = layout == Layout.LINES ? lastLineEnd() : lastRecordEnd();
            if (end) {
                ended = true;
                return filled == 0 ? null : block(filled, true);
            }
            if (boundary > 0) {
                return block(boundary, false);
            }
            if (buffer.length >= LARGEST) {
                throw new IOException("one record is larger than a gigabyte");
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
    }

    /** Takes the memory of a block that is needed no longer for a later one. */
    void reuse(Block block) {
        spares.add(block.bytes());
    }

    /** Whether the file ends within an array or a record. */
    boolean endsOpen() {
        return packedCutOff || (layout == Layout.VALUES && (depth > 0 || arrays > 0 || inText));
    }

    private boolean fill() throws IOException {
        while (filled < buffer.length - 1) {
            int read = read();
            if (read < 0) {
                return true;
            }
            filled += read;
        }
        return false;
    }

    private int read() throws IOException {
        try {
            return in.read(buffer, filled, buffer.length - 1 - filled);
        } catch (EOFException | ZipException _) {
            packedCutOff = true;
            return -1;
        }
    }

    private Block block(int boundary, boolean last) {
        byte[] bytes = buffer;
        Block block = new Block(bytes, 0, boundary, last);
        int rest = filled - boundary;
        byte[] spare = spares.poll();
        buffer = spare == null || spare.length < rest * 2 ? new byte[Math.max(BUFFER, rest * 2)] : spare;
        System.arraycopy(bytes, boundary, buffer, 0, rest);
        bytes[boundary] = '\n';
        filled = rest;
        scanned = layout == Layout.VALUES ? Math.max(0, scanned - boundary) : 0;
        return block;
    }

    private int lastLineEnd() {
        for (int i = filled - 1; i >= 0; i--) {
            if (buffer[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private int lastRecordEnd() {
        int boundary = 0;
        for (int i = scanned; i < filled; i++) {
            byte b = buffer[i];
            if (inText) {
                inText = escaped || b != '"';
                escaped = !escaped && b == '\\';
            } else if (b == '"') {
                inText = true;
            } else if (depth > 0) {
                boundary = within(b) ? i + 1 : boundary;
            } else {
                between(b, i);
            }
        }
        scanned = filled;
        return boundary;
    }

    /** True at the end of a record. */
    private boolean within(byte b) {
        if (b == '{' || b == '[') {
            depth++;
        } else if (b == '}' || b == ']') {
            depth--;
            return depth == 0;
        }
        return false;
    }

    private void between(byte b, int at) {
        switch (b) {
            case '{' -> depth = 1;
            case '[' -> {
                arrays++;
                buffer[at] = ' ';
            }
            case ']' -> {
                arrays--;
                buffer[at] = ' ';
            }
            case ',' -> buffer[at] = ' ';
            default -> {}
        }
    }
}
