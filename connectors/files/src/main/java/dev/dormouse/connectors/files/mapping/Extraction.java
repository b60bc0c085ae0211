package dev.dormouse.connectors.files.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.dormouse.connectors.files.mapping.Paths.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Takes out of JSON what a mapping looks at, token by token. Collectors put records into envelopes ({@code {"event": {...}}},
 * {@code {"message": "{...}"}}) and into pages ({@code {"items": [...]}}); both are opened. Not thread-safe.
 */
public final class Extraction {

    // Names of other people's files are not worth the global table of strings, nor their content a place in a log.
    public static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    static final int DEEPEST_ENVELOPE = 6;

    /** Takes the records of one text. */
    public interface Sink {

        void record(Values values, long line, long column);
    }

    private final Mapping mapping;
    private final Node root;
    private final Values values;
    private final PlainRecord plain;
    private final boolean fingerprinted;
    private final Sink sink;
    private boolean page;

    /**
     * @param fingerprinted digest whole records, which takes longer
     * @param sink is given the same object for every record
     */
    public Extraction(Mapping mapping, boolean fingerprinted, Sink sink) {
        this.mapping = mapping;
        this.root = mapping.paths().tree();
        this.values = new Values(mapping.paths().count());
        this.plain = new PlainRecord(root, values);
        this.fingerprinted = fingerprinted;
        this.sink = sink;
    }

    /** Reads the object on whose start the parser stands: a record, an envelope, or a page of records. */
    public void root(JsonParser json) throws IOException {
        root(json, 0);
    }

    /**
     * Reads the object that begins there, if it is plain.
     *
     * @return the place behind it; negative where it is left to {@link #root(JsonParser)}, with nothing told of it
     */
    public int plain(JsonBytes json, int from) {
        if (fingerprinted) {
            return -1;
        }
        json.beginRecord();
        int end = plain.read(json, from);
        if (end >= 0) {
            sink.record(values, 1, 1);
        }
        return end;
    }

    /** One row of a table is one record; a cell may hold JSON. */
    public void row(List<String> names, List<String> cells, long line) {
        values.clear();
        long print = 0;
        for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
            cell(names.get(i), cells.get(i), 0);
            print += print(names.get(i), cells.get(i));
        }
        values.fingerprint(values.fingerprint() + print);
        sink.record(values, line, 0);
    }

    private long print(String name, String value) {
        return fingerprinted ? Digest.mix(Digest.of(name), Digest.of(value)) : 0;
    }

    /** Whether a table with these columns tells accounts and times. */
    public boolean fits(List<String> names) {
        values.clear();
        names.forEach(name -> cell(name, name, 0));
        return mapping.fits(values) || names.stream().anyMatch(Wrappings::isCarrier);
    }

    private void cell(String name, String text, int depth) {
        Node node = root.child(name);
        boolean json = text.length() > 1 && text.startsWith("{") && text.endsWith("}");
        try {
            if (json && node != null && !node.isLeaf()) {
                nested(text, node, depth);
            } else if (node == null && depth < DEEPEST_ENVELOPE && Wrappings.isEnvelope(name)) {
                carried(text, json, depth + 1);
            } else if (node != null && node.slot() >= 0) {
                values.add(node.slot(), text, depth);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot be read", e);
        }
    }

    /** Opens the record that a text is; false where it is none. */
    private boolean carried(String text, boolean json, int depth) throws IOException {
        if (json) {
            nested(text, root, depth);
            return true;
        }
        Map<String, String> event = KeycloakEvent.in(text);
        if (event == null) {
            return false;
        }
        event.forEach((name, value) -> {
            cell(name, value, depth);
            values.fingerprint(values.fingerprint() + print(name, value));
        });
        return true;
    }

    private void root(JsonParser json, int depth) throws IOException {
        var start = json.currentTokenLocation();
        values.clear();
        page = false;
        object(json, root, depth);
        if (!page) {
            sink.record(values, start.getLineNr(), start.getColumnNr());
        }
    }

    private void object(JsonParser json, Node node, int depth) throws IOException {
        long print = 0;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken token = json.nextToken();
            Node child = node.child(name);
            if (child != null && !(node == root && wraps(json, token, child, name, depth))) {
                value(json, token, child, depth);
            } else if (node == root && mayWrap(token) && depth < DEEPEST_ENVELOPE) {
                wrapped(json, token, name, depth);
            } else if (fingerprinted) {
                print += fingerprint(json, token, name);
            } else {
                json.skipChildren();
            }
        }
        if (fingerprinted) {
            values.fingerprint(values.fingerprint() + print);
        }
    }

    /** A place of a plain value may have the name of an envelope: GitHub's {@code event}, and Splunk's around it. */
    private static boolean wraps(JsonParser json, JsonToken token, Node place, String name, int depth)
            throws IOException {
        return place.mayBeEnvelope()
                && depth < DEEPEST_ENVELOPE
                && (token == JsonToken.START_OBJECT || (token == JsonToken.VALUE_STRING && looksLikeJson(json)))
                && Wrappings.isEnvelope(name);
    }

    private static boolean mayWrap(JsonToken token) {
        return token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY || token == JsonToken.VALUE_STRING;
    }

    private void wrapped(JsonParser json, JsonToken token, String written, int depth) throws IOException {
        switch (token) {
            case START_OBJECT -> {
                if (Wrappings.isEnvelope(written)) {
                    object(json, root, depth + 1);
                    return;
                }
            }
            case START_ARRAY -> {
                if (Wrappings.isPage(written)) {
                    elements(json, depth);
                    return;
                }
            }
            case VALUE_STRING -> {
                if (Wrappings.isEnvelope(written) && carried(json.getText(), looksLikeJson(json), depth + 1)) {
                    return;
                }
            }
            default -> {}
        }
        if (fingerprinted) {
            values.fingerprint(values.fingerprint() + fingerprint(json, token, Wrappings.normal(written)));
        } else {
            json.skipChildren();
        }
    }

    private void elements(JsonParser json, int depth) throws IOException {
        boolean records = false;
        boolean empty = true;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            empty = false;
            if (token == JsonToken.START_OBJECT) {
                root(json, depth + 1);
                records = true;
            } else {
                json.skipChildren();
            }
        }
        page |= records;
        if (empty) {
            values.emptyPage();
        }
    }

    private void value(JsonParser json, JsonToken token, Node node, int depth) throws IOException {
        switch (token) {
            case START_OBJECT -> {
                if (node.isLeaf() && node.slot() >= 0) {
                    values.addOdd(node.slot());
                }
                object(json, node, depth);
            }
            case START_ARRAY -> {
                for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
                    value(json, next, node, depth);
                }
            }
            case VALUE_STRING -> {
                if (!node.isLeaf() && looksLikeJson(json)) {
                    nested(json.getText(), node, depth);
                } else if (node.slot() >= 0) {
                    values.add(node.slot(), json.getText(), depth);
                }
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> {
                if (node.slot() >= 0) {
                    values.add(node.slot(), json.getText(), depth);
                }
            }
            default -> {}
        }
    }

    private static boolean looksLikeJson(JsonParser json) throws IOException {
        int length = json.getTextLength();
        if (length < 2) {
            return false;
        }
        char[] text = json.getTextCharacters();
        int offset = json.getTextOffset();
        int last = offset + length - 1;
        // Containers write the end of the line too.
        while (last > offset && text[last] == '\n') {
            last--;
        }
        return text[offset] == '{' && text[last] == '}';
    }

    /** JSON within a text; what cannot be read as such is a text and nothing else. */
    private void nested(String text, Node node, int depth) throws IOException {
        try (JsonParser inner = JSON.createParser(text)) {
            if (inner.nextToken() == JsonToken.START_OBJECT) {
                object(inner, node, depth);
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException _) {
            // A message that only begins like JSON.
        }
    }

    /** The same for the same content, whatever the order of its fields. */
    private long fingerprint(JsonParser json, JsonToken token, String name) throws IOException {
        long own = Digest.of(name);
        long content = 0;
        switch (token) {
            case START_OBJECT -> {
                for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                    content += fingerprint(json, json.nextToken(), field);
                }
            }
            case START_ARRAY -> {
                for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
                    content = Digest.mix(content, fingerprint(json, next, ""));
                }
            }
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                content = Digest.of(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
            default -> content = token.id();
        }
        return Digest.mix(own, content);
    }
}
