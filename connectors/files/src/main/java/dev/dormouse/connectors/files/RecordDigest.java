package dev.dormouse.connectors.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.connectors.files.mapping.Digest;
import java.io.IOException;

/**
 * Tells one event of GitHub's audit log from every other: by the id that GitHub gave it, or else by all that its record
 * says, in whatever order.
 */
final class RecordDigest {

    private static final String ID = "_document_id";
    private static final long NESTED = 0x9e3779b97f4a7c15L;

    private boolean identified;
    private long id;
    private long content;

    void begin() {
        identified = false;
        content = 0;
    }

    /** The parser stands on the value of that field; a structure is read to its end, unless somebody asks for its text. */
    void field(JsonRecords json, String field) throws IOException {
        JsonParser parser = json.parser();
        if (identified) {
            return;
        }
        if (field.equals(ID) && json.text() != null) {
            identified = true;
            id = text(parser);
            return;
        }
        // A sum, as another export may order the fields in another way.
        content += value(parser, Digest.of(field));
    }

    long id() {
        return identified ? id : content;
    }

    private static long value(JsonParser parser, long path) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, path);
            case START_ARRAY -> array(parser, path);
            // Some collectors leave out what others write as null.
            case VALUE_NULL -> 0;
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                Digest.mix(path, text(parser));
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT -> 0;
        };
    }

    private static long object(JsonParser parser, long path) throws IOException {
        long sum = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            sum += value(parser, Digest.mix(path, Digest.of(name)));
        }
        return sum;
    }

    private static long array(JsonParser parser, long path) throws IOException {
        long sum = 0;
        long place = path;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            place = Digest.mix(place, NESTED);
            sum += value(parser, place);
        }
        return sum;
    }

    private static long text(JsonParser parser) throws IOException {
        return Digest.of(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }
}
