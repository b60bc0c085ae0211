package dev.dormouse.app;

import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Silence;
import dev.dormouse.core.observations.Silences;
import dev.dormouse.core.observations.Silences.Signal;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.Window;
import dev.dormouse.core.workflow.Workflow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has seen nobody of a kind since the same instant has lost its signal. */
final class SilenceLimit implements Limit {

    private final Observations observations;
    private final List<SourceHealth> health;
    private final Places places;
    private final Instant now;
    private final Map<Instant, Silences> silences = new HashMap<>();

    SilenceLimit(Observations observations, List<SourceHealth> health, Places places, Instant now) {
        this.observations = observations;
        this.health = health;
        this.places = places;
        this.now = now;
    }

    @Override
    public @Nullable String fault(Workflow workflow, SourceHealth source) {
        Window most = workflow.guards().maxSilence();
        Instant asOf = source.asOf();
        SourceRule rule = workflow.selection().findRule(source.source());
        if (most == null || asOf == null || rule == null || !rule.tellsActivity()) {
            return null;
        }
        Silences known = silences.computeIfAbsent(most.before(now, workflow.zone()), observations::silences);
        if (!rule.matchesPersons() && isLogOfOthers(source, known)) {
            return places.of(source) + "tells of no activity of any of the " + accounts(source)
                    + " accounts, in " + source.records()
                    + " records: see with 'dormouse activity read' what becomes of them; if that is right, write guard:"
                    + " {maxSilence: none}";
        }
        return known.ofKinds().stream()
                .filter(one -> one.source().equals(source.source())
                        && one.application().equals(source.application())
                        && one.since().isBefore(most.before(asOf, workflow.zone())))
                .findFirst()
                .map(one -> places.of(source) + words(one))
                .orElse(null);
    }

    private static String words(Silence silence) {
        return "has seen nothing of any "
                + silence.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + " account since "
                + silence.since() + ", though " + silence.active()
                + " were active in the 30 days before: a broken signal rather than a dormant workforce; if that"
                + " is right, write guard: {maxSilence: none}";
    }

    /** A log that is read, but names nobody who is listed, is taken for another kind of log, or other people's. */
    private boolean isLogOfOthers(SourceHealth source, Silences known) {
        return source.completeFrom() != null
                && source.records() > 0
                && accounts(source) >= Silence.MANY
                && !known.heard().contains(new Signal(source.source(), source.application()));
    }

    /** How many the application of the source has. */
    private long accounts(SourceHealth source) {
        SourceHealth accounts = SourceHealth.find(health, SourceHealth.ACCOUNTS, source.application());
        return accounts == null ? 0 : accounts.records();
    }
}
