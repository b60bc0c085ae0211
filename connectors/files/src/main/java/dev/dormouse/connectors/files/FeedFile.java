package dev.dormouse.connectors.files;

import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.FileStore.StoredFile;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Reaction;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/** One file while it is read: its content without compression, and the wording of what is wrong with it. */
final class FeedFile implements Closeable {

    private static final int SNIFFED = 4096;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    /** What a file seems to be by its first bytes. */
    enum Looks {
        BLANK,
        HTML,
        JSON,
        ZIP,
        TEXT
    }

    private final StoredFile stored;
    private final PeekStream raw;
    private PeekStream content;

    private FeedFile(StoredFile stored, PeekStream raw) {
        this.stored = stored;
        this.raw = raw;
        this.content = raw;
    }

    /** @param digest takes the bytes as stored */
    static FeedFile open(StoredFile stored, Checksum digest) throws IOException {
        FeedFile file = new FeedFile(stored, new PeekStream(stored.open(), digest));
        try {
            file.unpack();
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void unpack() throws IOException {
        byte[] start = raw.peek(2);
        if (start.length == 0) {
            throw fault(FilesErrorCode.FILES_EMPTY, 1, 1, "the file is empty; export it again");
        }
        // By content, because an export that was unpacked or packed by hand keeps the wrong name.
        if (start.length == 2 && start[0] == 0x1F && start[1] == (byte) 0x8B) {
            content = new PeekStream(new WholeGzip(raw), null);
        }
    }

    String name() {
        return stored.name();
    }

    InputStream content() {
        return content;
    }

    /** Whether all bytes of the content were handed out. */
    boolean exhausted() throws IOException {
        return content.peek(1).length == 0;
    }

    /** Bytes of the content that were handed out or wait in the buffer. */
    long contentBytes() {
        return content.count();
    }

    byte[] start() throws IOException {
        return content.peek(SNIFFED);
    }

    Looks looks() throws IOException {
        byte[] start = start();
        for (byte b : start) {
            // Byte order marks, and the empty halves of UTF-16, say nothing about the format.
            boolean mark = b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF || b == (byte) 0xFE || b == -1;
            if (b > ' ' || (b < 0 && !mark)) {
                return looksLike(start, b);
            }
        }
        return Looks.BLANK;
    }

    private static Looks looksLike(byte[] start, byte first) {
        return switch (first) {
            case '<' -> Looks.HTML;
            case '[', '{' -> Looks.JSON;
            case 'P' -> start.length > 3 && start[1] == 'K' && start[2] == 3 && start[3] == 4 ? Looks.ZIP : Looks.TEXT;
            default -> Looks.TEXT;
        };
    }

    /** The error for a file that is not what it should be, with the reason that its first bytes suggest. */
    ConnectorException notA(String expected) throws IOException {
        String found = switch (looks()) {
            case BLANK -> "it holds nothing but white space";
            case HTML -> "it is an HTML page, perhaps of a sign-in";
            case JSON -> "it is JSON";
            case ZIP -> "it is a ZIP archive that must be unpacked first";
            case TEXT -> "it is other text";
        };
        FilesErrorCode code = looks() == Looks.BLANK ? FilesErrorCode.FILES_EMPTY : FilesErrorCode.FILES_WRONG_FORMAT;
        return fault(code, 1, 1, "expected " + expected + ", but " + found + "; export it again in that format");
    }

    ConnectorException fault(FilesErrorCode code, long line, long column, String what) {
        return fault(code, position(line, column) + ": " + what, null);
    }

    /** The file is cut off: everything before the position was read, and what is absent means nothing. */
    ConnectorException cutOff(long line, long column, String what) {
        return fault(FilesErrorCode.FILES_CUT_OFF, line, column, "the file is cut off: " + what + "; export it again");
    }

    static ConnectorException fault(FilesErrorCode code, String message, @Nullable Throwable cause) {
        return new ConnectorException(code, new Reaction.Invalid(), message, cause);
    }

    Problem problem(long line, long column, String what) {
        // A value out of the file may hold line ends, and a problem is one line.
        return new Problem(position(line, column), CONTROLS.matcher(what).replaceAll(" "));
    }

    private String position(long line, long column) {
        return String.join(":", name(), Long.toString(line), Long.toString(column));
    }

    /** Reads what is left and makes sure that it was all that the store had promised. */
    void finish() throws IOException {
        content.transferTo(OutputStream.nullOutputStream());
        raw.transferTo(OutputStream.nullOutputStream());
        if (raw.count() != stored.size()) {
            throw fault(
                    FilesErrorCode.FILES_CUT_OFF,
                    String.format(
                            Locale.ROOT,
                            "%s: %d bytes were announced and %d were read, so the file changed meanwhile or its end is"
                                    + " missing; run again when it is written",
                            name(),
                            stored.size(),
                            raw.count()),
                    null);
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
