package dev.dormouse.connectors.files.mapping;

import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.connectors.files.mapping.Names.Name;
import dev.dormouse.connectors.files.mapping.Paths.Node;
import java.io.IOException;

/**
 * Takes out of one JSON object what a mapping looks at, straight from its bytes: three times as fast as with a parser that
 * makes a token of everything. It takes nothing but what {@link Extraction} would take, and leaves to it whatever is not
 * plain: broken JSON, pages of records, records within texts, names that are not ASCII. Not thread-safe.
 */
final class PlainRecord {

    /** Much less than a parser would take, as each level is a frame on the stack. */
    private static final int DEEPEST = 64;

    private final Node root;
    private final Values values;
    private JsonBytes json = JsonBytes.NONE;

    PlainRecord(Node root, Values values) {
        this.root = root;
        this.values = values;
    }

    /**
     * Fills the values from the object that begins there.
     *
     * @return the place behind it; negative where it is not plain, and what the values hold then means nothing
     */
    int read(JsonBytes text, int from) {
        json = text;
        values.clear();
        values.of(text);
        try {
            return object(from, root, 0, 0);
        } catch (JsonBytes.NotPlain _) {
            return -1;
        }
    }

    /** @param depth in how many envelopes; {@code level} in how many brackets of any kind */
    private int object(int from, Node node, int depth, int level) {
        JsonBytes text = json;
        int at = text.space(from + 1);
        if (text.is(at, '}')) {
            return at + 1;
        }
        Name name = null;
        while (true) {
            name = node.names().at(text, at, name);
            at = text.colon(at + name.length() + 2);
            at = name.node() != null && !(node == root && depth < Extraction.DEEPEST_ENVELOPE && wraps(at, name))
                    ? wanted(at, name.node(), depth, level + 1)
                    : unknown(at, name, node == root && depth < Extraction.DEEPEST_ENVELOPE, depth, level + 1);
            at = text.space(at);
            if (text.is(at, '}')) {
                return at + 1;
            }
            at = text.space(text.comma(at));
        }
    }

    /** A value at a place of which the mapping says nothing; it may be an envelope around the record. */
    private int unknown(int at, Name name, boolean mayWrap, int depth, int level) {
        if (mayWrap && (name.isEnvelope() || name.isPage())) {
            if (json.is(at, '{') && name.isEnvelope() && level < DEEPEST) {
                return object(at, root, depth + 1, level);
            }
            if ((json.is(at, '[') && name.isPage())
                    || (json.is(at, '"') && name.isEnvelope() && (mayBeJson(at) || mayBeEvent(at)))) {
                throw new JsonBytes.NotPlain();
            }
        }
        return json.skip(at, DEEPEST - level);
    }

    /** The same as {@code Extraction} finds it. */
    private boolean wraps(int at, Name name) {
        return name.isEnvelope()
                && name.node() != null
                && name.node().mayBeEnvelope()
                && (json.is(at, '{') || (json.is(at, '"') && mayBeJson(at)));
    }

    private int wanted(int at, Node node, int depth, int level) {
        if (level > DEEPEST) {
            throw new JsonBytes.NotPlain();
        }
        return switch (json.at(at)) {
            case '"' -> text(at, node, depth);
            case '{' -> {
                if (node.isLeaf() && node.slot() >= 0) {
                    values.addOdd(node.slot());
                }
                yield object(at, node, depth, level);
            }
            case '[' -> array(at, node, depth, level);
            case 't', 'f', 'n' -> {
                int end = json.literal(at);
                if (node.slot() >= 0 && !json.is(at, 'n')) {
                    values.add(node.slot(), json.is(at, 't') ? "true" : "false", depth);
                }
                yield end;
            }
            default -> {
                int end = json.number(at);
                if (node.slot() >= 0) {
                    values.add(node.slot(), at, end, depth);
                }
                yield end;
            }
        };
    }

    private int array(int from, Node node, int depth, int level) {
        int at = json.space(from + 1);
        if (json.is(at, ']')) {
            return at + 1;
        }
        while (true) {
            at = json.space(wanted(at, node, depth, level + 1));
            if (json.is(at, ']')) {
                return at + 1;
            }
            at = json.space(json.comma(at));
        }
    }

    private int text(int at, Node node, int depth) {
        if (!node.isLeaf() && mayBeJson(at)) {
            throw new JsonBytes.NotPlain();
        }
        int end = json.text(at + 1);
        if (node.slot() >= 0 && json.wasPlain()) {
            values.add(node.slot(), at + 1, end - 1, depth);
        } else if (node.slot() >= 0) {
            values.add(node.slot(), decoded(at, end), depth);
        }
        return end;
    }

    /** It begins with a bracket, perhaps an escaped one. */
    private boolean mayBeJson(int at) {
        return json.is(at + 1, '{') || json.is(at + 1, '\\');
    }

    private boolean mayBeEvent(int at) {
        return KeycloakEvent.mayBegin(json.bytes(), at + 1);
    }

    /** A text with escapes or other letters than those of ASCII is rare enough for a parser of its own. */
    private String decoded(int from, int to) {
        try (JsonParser parser = Extraction.JSON.createParser(json.bytes(), from, to - from)) {
            parser.nextToken();
            return parser.getText();
        } catch (IOException _) {
            throw new JsonBytes.NotPlain();
        }
    }
}
