package dev.dormouse.core.workflow;

import dev.dormouse.core.workflow.Selection.Combine;
import dev.dormouse.core.workflow.Workflow.Fingerprints;
import dev.dormouse.core.yaml.Yaml;
import dev.dormouse.core.yaml.Yaml.Entries;
import dev.dormouse.core.yaml.Yaml.Items;
import dev.dormouse.core.yaml.Yaml.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Fingerprints of what a document says: comments, quotes, layout and the order of keys do not matter. The zone and the
 * sources that the short form stands for are part of it, because they change who is selected and when.
 */
final class Canonical {

    private static final Set<String> SELECTING = Set.of("select", "exempt");

    /** Always taken from the newest configuration, so a change of these is not another document. */
    private static final Set<String> ALWAYS_NEWEST = Set.of("guard", "operators", "channel");

    private Canonical() {}

    static Fingerprints of(Entries root, Selection read, ZoneId zone) {
        String around = " zone=" + zone + " sources=" + sources(read);
        Set<String> keys = new TreeSet<>(root.byKey().keySet());
        StringBuilder whole = new StringBuilder(around);
        StringBuilder selecting = new StringBuilder(around);
        StringBuilder acting = new StringBuilder(" zone=" + zone);
        for (String key : keys) {
            Yaml value = Objects.requireNonNull(root.find(key));
            append(whole.append(key).append('='), value, Set.of());
            if (SELECTING.contains(key)) {
                append(selecting.append(key).append('='), value, Set.of());
            } else if (!ALWAYS_NEWEST.contains(key)) {
                append(acting.append(key).append('='), value, ALWAYS_NEWEST);
            }
        }
        return new Fingerprints(sha256(whole), sha256(selecting), sha256(acting));
    }

    /** Their order is their priority, where one source goes before another. */
    private static List<String> sources(Selection selection) {
        Stream<String> sources = selection.sources().stream().map(rule -> rule.source() + rule.appliesTo());
        return selection.combine() == Combine.FIRST_AVAILABLE
                ? sources.toList()
                : sources.sorted().toList();
    }

    private static void append(StringBuilder to, Yaml node, Set<String> without) {
        switch (node) {
            case Text text ->
                to.append(text.isNothing() ? "~" : text.value().length() + ":" + text.value())
                        .append(' ');
            case Items items -> {
                to.append("[ ");
                items.values().forEach(value -> append(to, value, without));
                to.append("] ");
            }
            case Entries entries -> {
                to.append("{ ");
                for (String key : new TreeSet<>(entries.byKey().keySet())) {
                    if (!without.contains(key)) {
                        to.append(key.length()).append(':').append(key).append('=');
                        append(to, Objects.requireNonNull(entries.find(key)), without);
                    }
                }
                to.append("} ");
            }
        }
    }

    private static String sha256(CharSequence canonical) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
