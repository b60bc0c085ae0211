package dev.dormouse.core.workflow;

import dev.dormouse.spi.ActivityKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one source takes part in a judgement.
 *
 * @param source its name in the configuration
 * @param inactiveFor the window; null for a source that gives verdicts alone
 * @param role whether the source also lists the candidates: who is absent from it is active
 * @param need whether the account stays UNKNOWN when the source is
 * @param appliesTo the applications it speaks about; empty for all of the workflow
 * @param kind what the instants of the source are; counts for {@link Selection.Combine#FIRST_AVAILABLE} alone
 * @param match whose activity counts for an account
 */
public record SourceRule(
        String source,
        @Nullable Window inactiveFor,
        Role role,
        Need need,
        List<String> appliesTo,
        ActivityKind kind,
        Match match) {

    public SourceRule {
        appliesTo = List.copyOf(appliesTo);
    }

    /** A source that names the accounts of the application itself. */
    public SourceRule(
            String source,
            @Nullable Window inactiveFor,
            Role role,
            Need need,
            List<String> appliesTo,
            ActivityKind kind) {
        this(source, inactiveFor, role, need, appliesTo, kind, Match.ACCOUNT);
    }

    /** Whether what the source saw of the person counts, under whatever name it knows the person. */
    public boolean matchesPersons() {
        return match == Match.PERSON;
    }

    public boolean appliesTo(String application) {
        return appliesTo.isEmpty() || appliesTo.contains(application);
    }

    /** Whether it takes part in the judgement by itself, and not only where the condition asks for it. */
    public boolean decides() {
        return role != Role.ASKED;
    }

    /** Whether it answers what a condition asks of {@code activity}. */
    public boolean tellsActivity() {
        return role == Role.ASKED || (role == Role.ACTIVITY && inactiveFor != null);
    }

    /** What the source is asked for. */
    public enum Role {
        ACTIVITY,
        VERDICT,
        CANDIDATES,
        /** Only what the condition of the selection asks. */
        ASKED
    }

    /** Whose activity counts for an account. */
    public enum Match {
        /** That of the account of the same name. */
        ACCOUNT,
        /** That of all accounts of the same person, as far as the source sees them. */
        PERSON
    }

    /** Whether an unhealthy source keeps accounts UNKNOWN. */
    public enum Need {
        REQUIRED,
        OPTIONAL
    }
}
