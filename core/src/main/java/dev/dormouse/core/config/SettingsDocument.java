package dev.dormouse.core.config;

import dev.dormouse.core.yaml.Faults;
import dev.dormouse.core.yaml.Yaml;
import dev.dormouse.core.yaml.Yaml.Entries;
import dev.dormouse.core.yaml.YamlParser;
import dev.dormouse.spi.Settings;
import dev.dormouse.spi.SettingsException;
import java.util.List;
import java.util.Map;

/** Text that a connector brings and that is read like the configuration, without its variables. */
final class SettingsDocument {

    private SettingsDocument() {}

    static Settings read(String name, String text) {
        Faults faults = new Faults();
        List<Yaml> documents = YamlParser.parse(name, text, faults);
        faults.throwIfAny();
        if (documents.size() != 1 || !(documents.getFirst() instanceof Entries entries)) {
            throw new SettingsException(name + ":1:1: expected one mapping (key: value)");
        }
        return new YamlSettings(entries, "in " + name, new Variables(Map.of()), new AskedKeys());
    }
}
