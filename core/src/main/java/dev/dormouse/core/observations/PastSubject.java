package dev.dormouse.core.observations;

import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.SourceRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of whom a look at the past asks: of an account, or of one of its grants.
 *
 * @param entitlement null for the account as a whole
 * @param ofPersons the sources of which that counts what they saw of the person, whose the account is today
 */
public record PastSubject(SubjectKey account, @Nullable String entitlement, List<String> ofPersons) {

    public PastSubject {
        ofPersons = List.copyOf(ofPersons);
    }

    /** The same that was judged by that selection. */
    public static PastSubject of(Judged judged, Selection selection) {
        return new PastSubject(
                judged.key(),
                selection.isAboutGrants() ? judged.entitlement() : null,
                selection.sources().stream()
                        .filter(SourceRule::matchesPersons)
                        .map(SourceRule::source)
                        .toList());
    }
}
