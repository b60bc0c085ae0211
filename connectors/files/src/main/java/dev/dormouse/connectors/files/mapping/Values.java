package dev.dormouse.connectors.files.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one record has at the places that a mapping looks at. One object for all records. */
public final class Values {

    /** An array longer than that is content, not a name. */
    private static final int MOST = 64;

    private final @Nullable String[] first;
    private final @Nullable List<String>[] more;
    private final int[] depths;
    private final boolean[] odd;
    private int deepest;
    private long fingerprint;

    @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of a generic type cannot be made otherwise
    Values(int count) {
        first = new String[count];
        more = new List[count];
        depths = new int[count];
        odd = new boolean[count];
    }

    void clear() {
        java.util.Arrays.fill(first, null);
        java.util.Arrays.fill(more, null);
        java.util.Arrays.fill(depths, 0);
        java.util.Arrays.fill(odd, false);
        fingerprint = 0;
        deepest = 0;
    }

    /** @param depth in how many envelopes the value lies; the innermost is the vendor's own */
    void add(int slot, String value, int depth) {
        if (value.isBlank()) {
            return;
        }
        if (first[slot] == null || depth > depths[slot]) {
            first[slot] = value;
            more[slot] = null;
            depths[slot] = depth;
            deepest = Math.max(deepest, depth);
            return;
        }
        List<String> others = more[slot];
        if (others == null) {
            others = new ArrayList<>();
            more[slot] = others;
        }
        if (depth == depths[slot] && others.size() < MOST) {
            others.add(value);
        }
    }

    /** There is something that is no plain value. */
    void addOdd(int slot) {
        odd[slot] = true;
    }

    boolean isOdd(int slot) {
        return odd[slot] && first[slot] == null;
    }

    void fingerprint(long value) {
        fingerprint = value;
    }

    /** A digest of the whole record, where it was asked for. */
    long fingerprint() {
        return fingerprint;
    }

    @Nullable
    String first(int slot) {
        return first[slot];
    }

    int depth(int slot) {
        return depths[slot];
    }

    int deepest() {
        return deepest;
    }

    List<String> all(int slot) {
        String one = first[slot];
        if (one == null) {
            return List.of();
        }
        List<String> others = more[slot];
        if (others == null) {
            return List.of(one);
        }
        List<String> all = new ArrayList<>(List.of(one));
        all.addAll(others);
        return all;
    }
}
