package dev.dormouse.connectors.files;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.dormouse.connectors.files.LogBlocks.Block;
import dev.dormouse.connectors.files.LogBlocks.Layout;
import dev.dormouse.connectors.files.mapping.Extraction;
import dev.dormouse.connectors.files.mapping.JsonBytes;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The records of one block of JSON. What is broken is told and passed over: in lines up to the next line, else up to where
 * the next record was seen to begin.
 */
final class BlockReading {

    /** Where hardly anything is plain, attempts are a waste. */
    private static final int MOST = 1 << 10;

    private final Block block;
    private final Layout layout;
    private final Extraction extraction;
    private final Broken broken;

    private final JsonBytes bytes;

    /** Where the present parser began. */
    private int from;

    /** How many values the parser reads before the next attempt without it. */
    private int stretch = 1;

    private boolean commentsAreBlank;

    private long line = 1;
    private long column = 1;

    /** Takes what cannot be read. */
    interface Broken {

        /** @param cutOff the text ends within the record */
        void at(long line, long column, String reason, boolean cutOff);
    }

    BlockReading(Block block, Layout layout, Extraction extraction, Broken broken) {
        this.block = block;
        this.layout = layout;
        this.extraction = extraction;
        this.broken = broken;
        this.bytes = new JsonBytes(block.bytes(), block.to());
        this.from = block.from();
    }

    /** The place that was reached, counted from the begin of the block. */
    Place place() {
        return new Place(line, column);
    }

    /** The line, in the block, of what the present parser calls so. */
    long line(long told) {
        return line + told - 1;
    }

    long column(long toldLine, long told) {
        return toldLine == 1 ? column + told - 1 : told;
    }

    void read() {
        while (readPlain()) {
            blankComments();
            pass(readOn());
        }
    }

    /** Reads records without a parser up to the first one that is not plain; false at the end. */
    private boolean readPlain() {
        while (passSpace()) {
            int end = block.bytes()[from] == '{' ? extraction.plain(bytes, from) : -1;
            if (end < 0) {
                return true;
            }
            stretch = 1;
            line += bytes.lineEnds();
            column = bytes.lineEnds() == 0 ? column + end - from : end - bytes.lastLineEnd();
            from = end;
        }
        return false;
    }

    /** False at the end. */
    private boolean passSpace() {
        while (from < block.to()) {
            byte b = block.bytes()[from];
            if (b == '\n') {
                line++;
                column = 0;
            } else if (b != ' ' && b != '\t' && b != '\r') {
                if (b != '#' || column > 1 || layout != Layout.LINES) {
                    return true;
                }
                passComment();
                continue;
            }
            from++;
            column++;
        }
        return false;
    }

    private void passComment() {
        while (from < block.to() && block.bytes()[from] != '\n') {
            from++;
            column++;
        }
    }

    private void blankComments() {
        if (commentsAreBlank || layout != Layout.LINES) {
            return;
        }
        commentsAreBlank = true;
        boolean begin = column == 1;
        for (int i = from; i < block.to(); i++) {
            if (begin && block.bytes()[i] == '#') {
                for (; i < block.to() && block.bytes()[i] != '\n'; i++) {
                    block.bytes()[i] = ' ';
                }
            }
            begin = i < block.to() && block.bytes()[i] == '\n';
        }
    }

    /** Reads some values with the parser, or up to the first that is broken; tells where to go on. */
    private int readOn() {
        int record = from;
        int values = 0;
        try (JsonParser json = Extraction.JSON.createParser(block.bytes(), from, block.to() - from)) {
            try {
                for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                    record = from + (int) json.currentTokenLocation().getByteOffset();
                    value(json, token);
                    if (json.currentToken().isStructEnd()) {
                        // What is broken from here on is none of the record that was just told.
                        record = afterSpace(from + (int) json.currentLocation().getByteOffset());
                        if (++values >= stretch) {
                            stretch = Math.min(2 * stretch, MOST);
                            return record;
                        }
                    }
                }
                return block.to();
            } catch (JsonProcessingException e) {
                JsonLocation where = json.currentTokenLocation();
                int next = next(record);
                boolean atEnd = block.last() && next >= block.to() && e instanceof JsonEOFException;
                tell(e, where, record, atEnd);
                return next;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read", e);
        }
    }

    private int afterSpace(int begin) {
        int at = begin;
        while (at < block.to() && block.bytes()[at] >= 0 && block.bytes()[at] <= ' ') {
            at++;
        }
        return at;
    }

    private void value(JsonParser json, JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            extraction.root(json);
            return;
        }
        if (token != JsonToken.START_ARRAY) {
            JsonLocation here = json.currentTokenLocation();
            broken.at(
                    line(here.getLineNr()),
                    column(here.getLineNr(), here.getColumnNr()),
                    "expected an object and found " + JsonRecords.describe(token),
                    false);
            return;
        }
        for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
            value(json, next);
        }
    }

    private void tell(JsonProcessingException e, JsonLocation where, int record, boolean cutOff) {
        JsonLocation at = e.getLocation() == null ? where : e.getLocation();
        long begun = line + newlines(from, record);
        long seen = line(at.getLineNr());
        String reason = e.getOriginalMessage().lines().findFirst().orElse("unexpected content");
        boolean sameLine = seen == begun || layout == Layout.VALUES;
        broken.at(
                begun,
                sameLine ? column(at.getLineNr(), at.getColumnNr()) : 0,
                cutOff ? "the file ends within the record" : "not valid JSON: " + plain(reason),
                cutOff);
    }

    /** Jackson may quote the content, and a log must not hold it. */
    private static String plain(String reason) {
        int quote = reason.indexOf(':');
        return quote > 0 && reason.contains("'") ? reason.substring(0, quote) : reason;
    }

    private int next(int record) {
        byte[] bytes = block.bytes();
        if (layout == Layout.LINES) {
            int at = record;
            while (at < block.to() && bytes[at] != '\n') {
                at++;
            }
            return Math.min(block.to(), at + 1);
        }
        return afterRecord(record);
    }

    /** As the blocks were cut: behind the bracket that closes the record. */
    private int afterRecord(int record) {
        byte[] bytes = block.bytes();
        int depth = 0;
        boolean inText = false;
        for (int i = record; i < block.to(); i++) {
            byte b = bytes[i];
            if (inText) {
                if (b == '\\') {
                    i++;
                } else {
                    inText = b != '"';
                }
            } else if (b == '"') {
                inText = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if ((b == '}' || b == ']') && --depth <= 0) {
                return i + 1;
            } else if (depth == 0 && b <= ' ' && i > record) {
                return i;
            }
        }
        return block.to();
    }

    private void pass(int to) {
        for (int i = from; i < to; i++) {
            if (block.bytes()[i] == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        from = to;
    }

    private long newlines(int begin, int end) {
        long count = 0;
        for (int i = begin; i < end; i++) {
            count += block.bytes()[i] == '\n' ? 1 : 0;
        }
        return count;
    }
}
