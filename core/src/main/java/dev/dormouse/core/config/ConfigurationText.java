package dev.dormouse.core.config;

import dev.dormouse.core.yaml.Keys;
import dev.dormouse.core.yaml.Yaml;
import dev.dormouse.core.yaml.Yaml.Entries;
import dev.dormouse.core.yaml.Yaml.Entry;
import dev.dormouse.spi.SettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files behind a configuration, for what is found to be wrong later. */
public final class ConfigurationText {

    private final YamlSettings root;
    private final List<YamlSettings> connectors;
    private final Map<String, Yaml> workflows;
    private final AskedKeys asked;

    ConfigurationText(YamlSettings root, List<YamlSettings> connectors, Map<String, Yaml> workflows, AskedKeys asked) {
        this.root = root;
        this.connectors = List.copyOf(connectors);
        this.workflows = Map.copyOf(workflows);
        this.asked = asked;
    }

    YamlSettings root() {
        return root;
    }

    List<String> unknownKeys() {
        List<String> unknown = new ArrayList<>();
        collect(root, unknown);
        for (YamlSettings settings : connectors) {
            if (asked.anybodyAsked(settings.entries())) {
                collect(settings, unknown);
            }
        }
        return unknown;
    }

    private void collect(YamlSettings settings, List<String> unknown) {
        Entries entries = settings.entries();
        Set<String> known = asked.known(entries);
        for (Entry entry : entries.byKey().values()) {
            if (!known.contains(entry.key())) {
                unknown.add(entry.at() + ": " + Keys.unknown(entry.key(), settings.where(), known));
            } else if (entry.value() instanceof Entries section && asked.anybodyAsked(section)) {
                collect(settings.section(entry.key()), unknown);
            }
        }
    }

    SettingsException fault(String workflow, String path, String message) {
        Yaml document = workflows.get(workflow);
        String at = document == null ? workflow : Yaml.locate(document, path).toString();
        return new SettingsException(at + ": " + message);
    }
}
