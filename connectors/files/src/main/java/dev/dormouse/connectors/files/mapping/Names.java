package dev.dormouse.connectors.files.mapping;

import dev.dormouse.connectors.files.mapping.Paths.Node;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The names that were seen at one place of a record, found by their bytes. */
final class Names {

    /** A power of two. Names that are data, such as addresses used as keys, must not fill the memory. */
    private static final int PLACES = 1 << 10;

    /**
     * @param node what the mapping looks at there; null for nothing
     * @param isEnvelope collectors wrap a record so
     * @param isPage vendors wrap several records so
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Name(byte[] bytes, @Nullable Node node, boolean isEnvelope, boolean isPage) {

        int length() {
            return bytes.length;
        }
    }

    private final Node node;
    private final @Nullable Name[] seen = new Name[PLACES];

    Names(Node node) {
        this.node = node;
    }

    /** The name whose opening quote stands there. */
    Name at(JsonBytes json, int quote) {
        byte[] bytes = json.bytes();
        if (bytes[quote] != '"') {
            throw new JsonBytes.NotPlain();
        }
        int hash = 0;
        int at = quote + 1;
        for (byte b = bytes[at]; b != '"'; b = bytes[++at]) {
            if (b < ' ' || b == '\\') {
                throw new JsonBytes.NotPlain();
            }
            hash = hash * 31 + b;
        }
        int place = (hash ^ hash >>> 15) & (PLACES - 1);
        Name known = seen[place];
        if (known != null && Arrays.equals(known.bytes, 0, known.bytes.length, bytes, quote + 1, at)) {
            return known;
        }
        Name name = name(Arrays.copyOfRange(bytes, quote + 1, at));
        seen[place] = name;
        return name;
    }

    private Name name(byte[] bytes) {
        String written = new String(bytes, StandardCharsets.US_ASCII);
        return new Name(bytes, node.child(written), Extraction.isEnvelope(written), Extraction.isPage(written));
    }
}
