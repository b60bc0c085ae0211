package dev.dormouse.core.judging;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.condition.ConditionException;
import dev.dormouse.core.condition.Fact;
import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.Selection.Combine;
import dev.dormouse.core.workflow.Selection.NeverActive;
import dev.dormouse.core.workflow.Selection.Purpose;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.core.workflow.SourceRule.Role;
import dev.dormouse.core.workflow.Window;
import dev.dormouse.spi.ActivityKind;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One judgement, built source by source. */
final class Judging {

    static final Instant NOON = Instant.parse("2024-06-19T12:00:00Z");
    static final ZoneId UTC = ZoneId.of("UTC");
    private static final String APPLICATION = "github/acme";
    static final Window DAYS_90 = new Window.Elapsed(Duration.ofDays(90));
    static final Window MONTHS_3 = new Window.Calendar(Period.ofMonths(3));

    private final List<SourceRule> rules = new ArrayList<>();
    private final Map<String, Evidence> evidence = new LinkedHashMap<>();
    private Combine combine = Combine.ANY_ACTIVE_CLEARS;
    private NeverActive neverActive = NeverActive.SINCE_CREATED;
    private @Nullable Instant created;
    private @Nullable Floor floor;
    private @Nullable String exemptedBy;
    private @Nullable Condition when;
    private final Map<Fact, Object> asked = new LinkedHashMap<>();
    private Instant now = NOON;
    private Purpose purpose = Purpose.DORMANCY;

    Judging at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    Judging source(String name, @Nullable Window window, Evidence says) {
        return source(new SourceRule(name, window, Role.ACTIVITY, Need.REQUIRED, List.of(), ActivityKind.USE), says);
    }

    Judging login(String name, Window window, Evidence says) {
        return source(new SourceRule(name, window, Role.ACTIVITY, Need.REQUIRED, List.of(), ActivityKind.LOGIN), says);
    }

    Judging optional(String name, Window window, Evidence says) {
        return source(new SourceRule(name, window, Role.ACTIVITY, Need.OPTIONAL, List.of(), ActivityKind.USE), says);
    }

    Judging source(SourceRule rule, Evidence says) {
        rules.add(rule);
        evidence.put(rule.source(), says);
        return this;
    }

    Judging when(String condition) {
        try {
            when = Condition.parse(condition);
        } catch (ConditionException refused) {
            throw new AssertionError(refused);
        }
        return this;
    }

    Judging forSet() {
        purpose = Purpose.SET;
        return this;
    }

    Judging knows(Fact fact, Object value) {
        asked.put(fact, value);
        return this;
    }

    Judging combine(Combine how) {
        combine = how;
        return this;
    }

    Judging neverActive(NeverActive policy) {
        neverActive = policy;
        return this;
    }

    Judging created(String instant) {
        created = Instant.parse(instant);
        return this;
    }

    Judging floor(String instant, String why) {
        floor = new Floor(Instant.parse(instant), why);
        return this;
    }

    Judging exemptedBy(String entry) {
        exemptedBy = entry;
        return this;
    }

    Judgement judgement() {
        return new Judge(selection(), now, UTC).judge(APPLICATION, evidence());
    }

    List<Clause> clauses() {
        return new Judge(selection(), now, UTC).explain(APPLICATION, evidence(), Map.of("people", NOON));
    }

    private Selection selection() {
        return new Selection(
                rules, combine, neverActive, List.of(), when, List.of(), Selection.Subject.ACCOUNT, purpose);
    }

    private SubjectEvidence evidence() {
        return new SubjectEvidence(created, floor, exemptedBy, evidence, asked);
    }

    Answer answer() {
        return judgement().answer();
    }

    static Evidence active(String instant) {
        return new Evidence.At(Instant.parse(instant));
    }

    static Evidence noneSince(String instant) {
        return new Evidence.NoneSince(Instant.parse(instant));
    }

    static Evidence unknown(@Nullable String seen) {
        return new Evidence.Unknown("people.json: cut off", seen == null ? null : Instant.parse(seen));
    }

    static Evidence says(Evidence.Opinion opinion) {
        return new Evidence.Says(opinion);
    }
}
