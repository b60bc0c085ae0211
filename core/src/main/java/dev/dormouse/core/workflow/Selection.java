package dev.dormouse.core.workflow;

import dev.dormouse.core.condition.Condition;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are dormant.
 *
 * @param sources in order of priority; empty only where dormancy is not asked for
 * @param holding only accounts that hold one of these entitlements are in scope; empty for all
 * @param when must be true as well; null for no condition
 * @param subject what is dormant
 * @param ignoring patterns of entitlements, with {@code *} and {@code ?} and without case, that {@code grants.any} does
 *     not count
 * @param purpose what its answers are for
 */
public record Selection(
        List<SourceRule> sources,
        Combine combine,
        NeverActive neverActive,
        List<String> holding,
        @Nullable Condition when,
        List<String> ignoring,
        Subject subject,
        Purpose purpose) {

    public Selection {
        sources = List.copyOf(sources);
        holding = List.copyOf(holding);
        ignoring = List.copyOf(ignoring);
    }

    /** A selection of dormant accounts. */
    public Selection(
            List<SourceRule> sources,
            Combine combine,
            NeverActive neverActive,
            List<String> holding,
            @Nullable Condition when,
            List<String> ignoring) {
        this(sources, combine, neverActive, holding, when, ignoring, Subject.ACCOUNT, Purpose.DORMANCY);
    }

    /** A selection whose condition counts every entitlement. */
    public Selection(
            List<SourceRule> sources,
            Combine combine,
            NeverActive neverActive,
            List<String> holding,
            @Nullable Condition when) {
        this(sources, combine, neverActive, holding, when, List.of());
    }

    /** A selection without a condition. */
    public Selection(List<SourceRule> sources, Combine combine, NeverActive neverActive, List<String> holding) {
        this(sources, combine, neverActive, holding, null);
    }

    /** How that source takes part; null where it is not asked. */
    public @Nullable SourceRule findRule(String source) {
        return sources.stream()
                .filter(rule -> rule.source().equals(source))
                .findFirst()
                .orElse(null);
    }

    /** Whether the condition alone decides: no source is asked for inactivity or a verdict. */
    public boolean conditionAlone() {
        return when != null && sources.stream().noneMatch(SourceRule::decides);
    }

    /** The same about every account, whatever it holds. */
    Selection ofEverybody() {
        return new Selection(sources, combine, neverActive, List.of(), when, ignoring, subject, purpose);
    }

    /** Each of these entitlements of every account. Sources by person stay, as what they tell of an account is not believed. */
    Selection ofMembers(List<String> entitlements) {
        return new Selection(
                sources.stream().filter(SourceRule::matchesPersons).toList(),
                Combine.ANY_ACTIVE_CLEARS,
                neverActive,
                entitlements,
                null,
                List.of(),
                Subject.GRANT,
                purpose);
    }

    /** The same where the answers are kept as a set. */
    Selection forSet() {
        return new Selection(sources, combine, neverActive, holding, when, ignoring, subject, Purpose.SET);
    }

    /**
     * The windows of the condition inside which a creation, or whatever else restarts inactivity, protects an account. None
     * where the condition alone decides about a set: the set means exactly what it says.
     */
    public List<Duration> protectingWindows() {
        return when == null || (purpose == Purpose.SET && conditionAlone()) ? List.of() : when.windows();
    }

    /** What the answers are for. */
    public enum Purpose {
        /** Somebody may lose access, so nobody is dormant who could not yet have been it. */
        DORMANCY,
        /** A set is kept; there are no cases and nobody loses access. */
        SET
    }

    /** How several sources become one answer. */
    public enum Combine {
        /** The newest instant of all sources counts. */
        LATEST,
        /** The first source that has a login, the first that has a use, then the newer of the two. */
        FIRST_AVAILABLE,
        /** Dormant only if every source says so. */
        ANY_ACTIVE_CLEARS
    }

    /** Whether each entitlement of an account is judged for itself. */
    public boolean isAboutGrants() {
        return subject == Subject.GRANT;
    }

    /** What a workflow is about. */
    public enum Subject {
        ACCOUNT,
        /** One of the entitlements that {@code holding} names, held by one account. */
        GRANT
    }

    /** Whether some source counts by person. */
    public boolean matchesPersons() {
        return sources.stream().anyMatch(SourceRule::matchesPersons);
    }

    /** Whether that source counts by person. */
    public boolean matchesPersons(String source) {
        SourceRule rule = findRule(source);
        return rule != null && rule.matchesPersons();
    }

    /** What becomes of accounts that were never used. */
    public enum NeverActive {
        /** They are left alone. */
        EXCLUDE,
        /** They count as inactive since their creation. */
        SINCE_CREATED,
        /** As {@link #SINCE_CREATED}, but a person decides; silence removes nothing. */
        REVIEW
    }
}
