package dev.dormouse.core.config;

import dev.dormouse.core.yaml.Faults;
import dev.dormouse.core.yaml.Keys;
import dev.dormouse.core.yaml.Nearest;
import dev.dormouse.core.yaml.Position;
import dev.dormouse.core.yaml.Shown;
import dev.dormouse.core.yaml.Yaml;
import dev.dormouse.core.yaml.Yaml.Entries;
import dev.dormouse.core.yaml.Yaml.Entry;
import dev.dormouse.spi.SettingsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the readers of applications, sources and channels share. */
final class Sections {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9._-]+)*";

    private final Entries root;
    private final Variables variables;
    private final AskedKeys asked;
    private final Faults faults;
    private final List<YamlSettings> connectors = new ArrayList<>();

    Sections(Entries root, Variables variables, AskedKeys asked, Faults faults) {
        this.root = root;
        this.variables = variables;
        this.asked = asked;
        this.faults = faults;
    }

    Faults faults() {
        return faults;
    }

    /** The settings of every connector that the file describes. */
    List<YamlSettings> connectors() {
        return connectors;
    }

    /** The named mappings below a key of the file. */
    List<Named> named(String section, String kind) {
        Yaml node = root.find(section);
        if (node == null || node.isNothing()) {
            return List.of();
        }
        if (!(node instanceof Entries entries)) {
            faults.add(root.at(section), "'" + section + "' must be a mapping of names, not " + node.kind());
            return List.of();
        }
        List<Named> named = new ArrayList<>();
        for (Entry entry : entries.byKey().values()) {
            if (!entry.key().matches(NAME)) {
                faults.add(
                        entry.at(),
                        "the name of " + kind + " has letters, digits, '.', '_', '-' and '/' only, not "
                                + Shown.key(entry.key()));
            }
            if (entry.value() instanceof Entries values) {
                named.add(new Named(entry.key(), settings(values, "in " + kind + " " + entry.key()), entry.at()));
            } else {
                faults.add(
                        entry.at(),
                        kind + " " + Shown.key(entry.key()) + " must be a mapping (key: value), not "
                                + entry.value().kind());
            }
        }
        return named;
    }

    YamlSettings settings(Entries values, String where) {
        return new YamlSettings(values, where, variables, asked);
    }

    /** The connector that the mapping describes; null where it describes none. */
    @Nullable
    ConnectorConfig connector(YamlSettings settings, String... reserved) {
        settings.reserve("connector").reserve(reserved);
        Entries entries = settings.entries();
        if (!entries.byKey().containsKey("connector")) {
            return entries.byKey().containsKey("files") ? keep("files", settings) : null;
        }
        String type = attempt(settings, "connector", () -> settings.quietly().text("connector"), "");
        return keep(type, settings);
    }

    private ConnectorConfig keep(String type, YamlSettings settings) {
        connectors.add(settings);
        return new ConnectorConfig(type, settings);
    }

    /** For a mapping without a connector, where nobody else will ever ask. */
    void refuseOthers(YamlSettings settings) {
        Set<String> known = asked.known(settings.entries());
        for (Entry entry : settings.entries().byKey().values()) {
            if (!known.contains(entry.key())) {
                faults.add(entry.at(), Keys.unknown(entry.key(), settings.where(), known));
            }
        }
    }

    void requireKnown(YamlSettings settings, String key, String name, Collection<String> known) {
        if (!known.contains(name)) {
            faults.add(
                    settings.entries().at(key),
                    "there is no application " + Shown.key(name) + ", named " + settings.where()
                            + Nearest.hint(name, known));
        }
    }

    /** Goes on with a value that stands in where the file has a fault. */
    <T> T attempt(YamlSettings settings, String key, Supplier<T> read, T otherwise) {
        try {
            return read.get();
        } catch (SettingsException e) {
            faults.take(settings.entries().at(key), e);
            return otherwise;
        }
    }

    /** One mapping with its name. */
    record Named(String name, YamlSettings settings, Position at) {}
}
