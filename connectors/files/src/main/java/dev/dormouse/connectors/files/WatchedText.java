package dev.dormouse.connectors.files;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Text that remembers how it ended. The CSV parser takes a file that ends within quotes, or without a line end, for
 * whole.
 */
final class WatchedText extends FilterReader {

    private char last = '\n';
    private char lastOfText = '\n';
    private boolean inQuotes;
    private boolean ended;

    private WatchedText(Reader in) {
        super(in);
    }

    /** The text behind the byte order mark; UTF-8 where there is none. */
    static WatchedText of(FeedFile file) throws IOException {
        byte[] start = file.start();
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            mark = 3;
        } else if (startsWith(start, 0xFE, 0xFF) || startsWith(start, 0xFF, 0xFE)) {
            // This charset takes the mark itself.
            charset = StandardCharsets.UTF_16;
        }
        file.content().skipNBytes(mark);
        return new WatchedText(new InputStreamReader(file.content(), charset));
    }

    private static boolean startsWith(byte[] start, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (start.length <= i || (start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read < 0) {
            ended = true;
            return read;
        }
        for (int i = offset; i < offset + read; i++) {
            if (target[i] == '"') {
                inQuotes = !inQuotes;
            }
        }
        if (read > 0) {
            last = target[offset + read - 1];
        }
        for (int i = offset + read - 1; i >= offset; i--) {
            if (target[i] != '\n' && target[i] != '\r') {
                lastOfText = target[i];
                break;
            }
        }
        return read;
    }

    /** The end was seen, and the last line goes right up to it. */
    boolean endedWithoutLineEnd() {
        return ended && last != '\n' && last != '\r';
    }

    boolean endedInQuotes() {
        return ended && inQuotes;
    }

    /** The end was seen, and a last field that began with a quote lacks the one that closes it. */
    boolean endedInQuotedField() {
        // A quote within a field without quotes turns the count round, and then only the end itself tells.
        return ended && (inQuotes || lastOfText != '"');
    }

    /** Leaves the file open, which is read on after the parser, to make sure that it was all. */
    @Override
    public void close() {}
}
