package dev.dormouse.connectors.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.dormouse.connectors.files.mapping.Instants;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one JSON file, one after the other: of an array, of several arrays in a row (as {@code gh api
 * --paginate} prints them), or of lines. Every way in which the file can be broken ends in an error with its position.
 */
final class JsonRecords {

    // Names of other people's files are not worth the global table of strings, nor their content a place in a log.
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // The file is read on after the parser, to make sure that it was all.
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    /** What the outermost values may be. */
    enum Roots {
        ARRAYS,
        ARRAYS_OR_OBJECTS
    }

    /** Takes the records of one file. */
    interface Reader {

        /** The parser stands on the start of an object, and afterwards on its end. */
        void object(JsonRecords json) throws IOException;

        /** An element of the array that is no object. */
        void other(JsonRecords json) throws IOException;
    }

    private final FeedFile file;
    private final JsonParser parser;
    private final List<String> told = new ArrayList<>();
    private boolean onValue;

    private JsonRecords(FeedFile file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static void read(FeedFile file, Roots roots, String expected, Reader reader) throws IOException {
        if (file.looks() != FeedFile.Looks.JSON) {
            throw file.notA(expected);
        }
        try (JsonParser parser = JSON.createParser(file.content())) {
            JsonRecords json = new JsonRecords(file, parser);
            try {
                json.roots(roots, expected, reader);
            } catch (JsonProcessingException broken) {
                throw json.broken(broken);
            } catch (EOFException | ZipException broken) {
                JsonLocation here = parser.currentLocation();
                throw file.cutOff(here.getLineNr(), here.getColumnNr(), "the compressed data are not whole");
            }
        }
    }

    private void roots(Roots roots, String expected, Reader reader) throws IOException {
        for (JsonToken root = parser.nextToken(); root != null; root = parser.nextToken()) {
            if (root == JsonToken.START_ARRAY) {
                elements(reader);
            } else if (root == JsonToken.START_OBJECT && roots == Roots.ARRAYS_OR_OBJECTS) {
                object(reader);
            } else {
                throw fault(
                        location(),
                        FilesErrorCode.FILES_WRONG_FORMAT,
                        "expected " + expected + ", but here is " + describe(root)
                                + "; export it again in that format");
            }
        }
    }

    /** Reads the array on whose start the parser stands, to its end. */
    void elements(Reader reader) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                object(reader);
            } else {
                reader.other(this);
                parser.skipChildren();
            }
        }
    }

    private void object(Reader reader) throws IOException {
        onValue = false;
        told.clear();
        reader.object(this);
        onValue = true;
    }

    /** The name of the next field, with the parser on its value; null at the end of the object. */
    @Nullable
    String nextField() throws IOException {
        if (onValue) {
            parser.skipChildren();
        }
        String name = parser.nextFieldName();
        onValue = name != null;
        if (onValue) {
            parser.nextToken();
        }
        return name;
    }

    /** Refuses a record that tells this field again: the parser would let the last one win, and the other may be true. */
    void once(String field) {
        if (told.contains(field)) {
            throw fault(
                    location(),
                    FilesErrorCode.FILES_WRONG_FORMAT,
                    field
                            + " is here a second time in the same record, and nobody knows which is true; export it again");
        }
        told.add(field);
    }

    JsonToken token() {
        return Objects.requireNonNull(parser.currentToken());
    }

    JsonParser parser() {
        return parser;
    }

    JsonLocation location() {
        return parser.currentTokenLocation();
    }

    /** The text here, stripped; null where there is no text, or none but white space. */
    @Nullable
    String text() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return null;
        }
        String text = parser.getText().strip();
        return text.isEmpty() ? null : text;
    }

    /** The instant in the text here; null where it cannot be read. */
    @Nullable
    Instant instant(Instants instants) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return null;
        }
        return instants.parse(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }

    /** What is here, in words; a short text with its content. */
    String describe() throws IOException {
        return switch (token()) {
            case VALUE_STRING -> parser.getTextLength() > 40 ? "a long text" : "\"" + parser.getText() + "\"";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getTextLength() > 40 ? "a number" : parser.getText();
            default -> describe(token());
        };
    }

    static String describe(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "a truth value";
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT -> "no value";
        };
    }

    Problem problem(String what) {
        return problem(parser.currentTokenLocation(), what);
    }

    Problem problem(JsonLocation where, String what) {
        return file.problem(where.getLineNr(), where.getColumnNr(), what);
    }

    ConnectorException fault(JsonLocation where, FilesErrorCode code, String what) {
        return file.fault(code, where.getLineNr(), where.getColumnNr(), what);
    }

    /** Whether the object on whose start the parser stands is in nothing else. */
    boolean isRoot() {
        return parser.getParsingContext().getParent().inRoot();
    }

    /** Tells a file that ends in the middle from one that is damaged there. */
    private ConnectorException broken(JsonProcessingException broken) throws IOException {
        JsonLocation here = broken.getLocation() == null ? parser.currentLocation() : broken.getLocation();
        boolean atEnd = file.exhausted() && here.getByteOffset() >= file.contentBytes() - 1;
        if (broken instanceof JsonEOFException || atEnd) {
            return file.cutOff(here.getLineNr(), here.getColumnNr(), "the JSON ends in the middle");
        }
        // Jackson explains itself over several lines, and may quote the content.
        String reason = broken.getOriginalMessage().lines().findFirst().orElse("unexpected content");
        return file.fault(
                FilesErrorCode.FILES_WRONG_FORMAT,
                here.getLineNr(),
                here.getColumnNr(),
                "not valid JSON from here on: " + reason + "; export it again");
    }
}
