package dev.dormouse.core.judging;

import dev.dormouse.core.judging.Evidence.Opinion;
import dev.dormouse.core.judging.SubjectEvidence.Floor;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.StringJoiner;

/** Says in plain English, with dates in the zone of the workflow, why an account was judged as it was. */
record Wording(ZoneId zone, Facts facts) {

    /** What the sources say that are of this truth. */
    String sources(Truth truth) {
        StringJoiner said = new StringJoiner("; ");
        for (SourceView view : facts.views()) {
            if (view.truth() == truth) {
                said.add(view.name() + ": " + says(view));
            }
        }
        return said.toString();
    }

    /** What the sources say that are of this truth, and the condition where it is. */
    String decided(Truth truth) {
        ConditionView condition = facts.condition();
        String sources = sources(truth);
        if (condition == null || condition.truth() != truth) {
            return sources;
        }
        return sources.isEmpty() ? condition.told() : sources + "; " + condition.told();
    }

    String unknown() {
        String unknown = decided(Truth.UNKNOWN);
        if (!unknown.isEmpty()) {
            return unknown;
        }
        String out = sources(Truth.OUT);
        return out.isEmpty() ? "no source speaks about this application" : "no source can tell; " + out;
    }

    String tooYoung() {
        Floor floor = Objects.requireNonNull(facts.floor());
        String date = date(floor.at());
        return floor.why().equals("created")
                ? "created on " + date + ", too young to be inactive since " + start()
                : floor.why() + " on " + date + ", inactivity counts from there and must reach back to " + start();
    }

    private String start() {
        return date(Objects.requireNonNull(facts.earliestStart()));
    }

    /** What one source says, without its name. */
    String says(SourceView view) {
        return switch (view.evidence()) {
            case Evidence.At(Instant at) -> active(view, at);
            case Evidence.NoneSince(Instant since) -> noneSince(view, since);
            case Evidence.Never() -> "never active";
            case Evidence.Says(Opinion opinion) -> opinion == Opinion.DORMANT ? "says dormant" : "says active";
            case Evidence.Unknown(String reason, Instant seen) ->
                "unknown, " + reason + (seen == null ? "" : " (seen active on " + date(seen) + ")");
        };
    }

    private String active(SourceView view, Instant at) {
        if (view.windowStart() == null) {
            return "last active " + date(at) + ", but gives no verdict";
        }
        int side = at.compareTo(view.windowStart());
        String distance = side > 0 ? "within the last " : side == 0 ? "exactly " : "more than ";
        return "last active " + date(at) + ", " + distance + view.rule().inactiveFor() + (side > 0 ? "" : " ago");
    }

    private String noneSince(SourceView view, Instant since) {
        Instant start = view.windowStart();
        if (start == null) {
            return "nothing seen since " + date(since) + ", but gives no verdict";
        }
        String none = "nothing seen since " + date(since);
        return since.isAfter(start)
                ? none + ", too little history for " + view.rule().inactiveFor()
                : none;
    }

    private String date(Instant instant) {
        return instant.atZone(zone).toLocalDate().toString();
    }
}
