package dev.dormouse.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dormouse.core.yaml.Faults;
import dev.dormouse.core.yaml.Yaml;
import dev.dormouse.core.yaml.Yaml.Entries;
import dev.dormouse.core.yaml.Yaml.Entry;
import dev.dormouse.core.yaml.Yaml.Items;
import dev.dormouse.core.yaml.Yaml.Text;
import dev.dormouse.core.yaml.YamlParser;
import dev.dormouse.spi.SettingsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document that is wrong anywhere is told where, or read; nothing else ever happens. */
class MutationTest {

    private static final Pattern POSITIONED = Pattern.compile("(dormouse\\.yaml:\\d+:\\d+: .+|and \\d+ more faults)");

    private static final List<String> RETYPED = List.of(
            "~",
            "''",
            "[]",
            "{}",
            "[x]",
            "{x: y}",
            "[[{}]]",
            "true",
            "-1",
            "99999999999999999999",
            "\"\\0\"",
            "2027-02-30",
            "\"${\"");

    @TempDir
    Path folder;

    @Test
    void every_node_deleted_renamed_or_retyped_is_accepted_or_told_with_its_place() {
        String whole = Written.AROUND + "  - workflow: w\n    applications: [github/acme, github/data]\n"
                + WorkflowDocumentTest.FULL
                        .replace("template: own", "template: removed")
                        .stripTrailing()
                        .indent(4);
        new Written(folder).yaml(whole).read();

        List<String> mutants = mutants(whole);
        long refused = mutants.stream().filter(this::isRefused).count();

        assertThat(mutants).hasSizeGreaterThan(2000);
        assertThat(refused).isGreaterThan(mutants.size() / 2);
    }

    @Test
    void a_file_cut_off_anywhere_is_accepted_or_told_with_its_place() {
        String whole = Written.AROUND + "  - workflow: w\n    applications: [github/acme, github/data]\n"
                + WorkflowDocumentTest.FULL.stripTrailing().indent(4);
        for (int end = 1; end < whole.length(); end += 7) {
            isRefused(whole.substring(0, end));
        }
    }

    private boolean isRefused(String yaml) {
        Throwable thrown = catchThrowable(() -> new Written(folder).yaml(yaml).read(Map.of()));
        if (thrown == null) {
            return false;
        }
        assertThat(thrown).as(yaml).isInstanceOf(SettingsException.class);
        assertThat(String.valueOf(thrown.getMessage()).lines())
                .as(yaml)
                .isNotEmpty()
                .allMatch(line -> POSITIONED.matcher(line).matches());
        return true;
    }

    private static List<String> mutants(String yaml) {
        Yaml root = YamlParser.parse("x", yaml, new Faults()).getFirst();
        List<String> mutants = new ArrayList<>();
        print(root, mutants, rest -> rest);
        return mutants;
    }

    /** Prints the tree in flow style, once for each change of each node. */
    private static void print(Yaml node, List<String> mutants, java.util.function.UnaryOperator<String> around) {
        RETYPED.forEach(value -> mutants.add(around.apply(value)));
        switch (node) {
            case Text text -> mutants.add(around.apply(quoted(text.value() + "x")));
            case Items items -> {
                for (int i = 0; i < items.values().size(); i++) {
                    int index = i;
                    List<String> parts = new ArrayList<>(
                            items.values().stream().map(MutationTest::flow).toList());
                    mutants.add(around.apply(list(without(parts, index))));
                    print(items.values().get(i), mutants, value -> {
                        List<String> changed = new ArrayList<>(parts);
                        changed.set(index, value);
                        return around.apply(list(changed));
                    });
                }
            }
            case Entries entries -> {
                List<Entry> all = List.copyOf(entries.byKey().values());
                List<String> parts = all.stream()
                        .map(one -> pair(one.key(), flow(one.value())))
                        .toList();
                for (int i = 0; i < all.size(); i++) {
                    int index = i;
                    Entry entry = all.get(i);
                    mutants.add(around.apply(mapping(without(parts, index))));
                    mutants.add(around.apply(
                            mapping(with(parts, index, pair(entry.key() + "x", flow(entry.value()))))));
                    mutants.add(around.apply(mapping(with(parts, index, parts.get(index) + ", " + parts.get(index)))));
                    print(
                            entry.value(),
                            mutants,
                            value -> around.apply(mapping(with(parts, index, pair(entry.key(), value)))));
                }
            }
        }
    }

    private static String flow(Yaml node) {
        return switch (node) {
            case Text text -> text.isNothing() ? "~" : quoted(text.value());
            case Items items ->
                list(items.values().stream().map(MutationTest::flow).toList());
            case Entries entries ->
                mapping(entries.byKey().values().stream()
                        .map(one -> pair(one.key(), flow(one.value())))
                        .toList());
        };
    }

    private static List<String> without(List<String> parts, int index) {
        List<String> changed = new ArrayList<>(parts);
        changed.remove(index);
        return changed;
    }

    private static List<String> with(List<String> parts, int index, String part) {
        List<String> changed = new ArrayList<>(parts);
        changed.set(index, part);
        return changed;
    }

    private static String pair(String key, String value) {
        return quoted(key) + ": " + value;
    }

    private static String mapping(List<String> parts) {
        return "{" + String.join(",\n ", parts) + "}";
    }

    private static String list(List<String> parts) {
        return "[" + String.join(",\n ", parts) + "]";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
