package dev.dormouse.core.workflow;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the configuration around a document says: what the document may refer to, and the zone of its calendar. All in the
 * order of the configuration.
 *
 * @param sources the name of each source, with the applications it speaks about
 * @param channels the name of each channel
 * @param addressed those of the channels that have recipients of their own
 * @param templates the texts of notices that there are
 */
public record Names(
        ZoneId zone,
        Set<String> applications,
        Map<String, List<String>> sources,
        Set<String> channels,
        Set<String> addressed,
        Set<String> templates) {

    public Names {
        applications = ordered(applications);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        channels = ordered(channels);
        addressed = ordered(addressed);
        templates = ordered(templates);
    }

    private static Set<String> ordered(Set<String> names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }
}
