package dev.dormouse.observations;

import dev.dormouse.core.workflow.Exemptions.Exemption;
import dev.dormouse.core.workflow.Exemptions.Kind;
import dev.dormouse.core.workflow.Workflow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The exemptions of a workflow with their place in the document and the end of their last day. */
record AskedExemptions(List<Entry> entries) {

    /**
     * One entry.
     *
     * @param ends the first instant at which it no longer holds; null for never
     */
    record Entry(int place, Exemption exemption, @Nullable Instant ends, boolean expired) {

        String match() {
            return exemption.match().strip().toLowerCase(Locale.ROOT);
        }

        /** As the reader of a report sees it. */
        String told() {
            String kind = exemption.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            String until = exemption.until() == null ? "" : " until " + exemption.until();
            String reason = exemption.reason().isEmpty() ? "" : ": " + exemption.reason();
            return kind + " " + exemption.match() + until + reason;
        }
    }

    static AskedExemptions of(Workflow workflow, Instant now) {
        List<Entry> entries = new ArrayList<>();
        for (Exemption exemption : workflow.exemptions().entries()) {
            Instant ends = ends(exemption.until(), workflow.zone());
            boolean expired = ends != null && !now.isBefore(ends);
            entries.add(new Entry(entries.size(), exemption, ends, expired));
        }
        return new AskedExemptions(List.copyOf(entries));
    }

    private static @Nullable Instant ends(@Nullable LocalDate until, ZoneId zone) {
        return until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The entries that name one login each; looked up in a list, as there can be thousands. */
    List<Entry> accounts() {
        return entries.stream()
                .filter(entry -> entry.exemption().kind() == Kind.ACCOUNT)
                .toList();
    }

    /** The entries that are tried one after another. */
    List<Entry> others() {
        return entries.stream()
                .filter(entry -> entry.exemption().kind() != Kind.ACCOUNT)
                .toList();
    }
}
