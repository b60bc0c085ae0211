package dev.dormouse.core.config;

import dev.dormouse.core.yaml.Yaml.Entries;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Which keys of which mapping were asked for. Connectors may ask from several threads. */
final class AskedKeys {

    private final Map<Entries, Asked> byMapping = Collections.synchronizedMap(new IdentityHashMap<>());

    /** The reader itself knows this key. */
    void reserve(Entries mapping, String key) {
        of(mapping).reserved.add(key);
    }

    /** A connector asked. */
    void ask(Entries mapping, String key) {
        of(mapping).asked.add(key);
    }

    /** False for the settings of a connector that was never made. */
    boolean anybodyAsked(Entries mapping) {
        return !of(mapping).asked.isEmpty();
    }

    Set<String> known(Entries mapping) {
        Asked keys = of(mapping);
        Set<String> known = new TreeSet<>(keys.reserved);
        known.addAll(keys.asked);
        return known;
    }

    private Asked of(Entries mapping) {
        return byMapping.computeIfAbsent(
                mapping, key -> new Asked(new ConcurrentSkipListSet<>(), new ConcurrentSkipListSet<>()));
    }

    private record Asked(Set<String> reserved, Set<String> asked) {}
}
