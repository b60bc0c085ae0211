package dev.dormouse.core.workflow;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is never touched, whatever the evidence says. Checked at selection and again before every step. */
public record Exemptions(List<Exemption> entries) {

    public Exemptions {
        entries = List.copyOf(entries);
    }

    public static Exemptions none() {
        return new Exemptions(List.of());
    }

    /**
     * One entry.
     *
     * @param match a login, a pattern with {@code *} and {@code ?}, an entitlement, or the name of a kind; without case
     * @param until the last day on which it holds, in the workflow's zone; null for ever. The floor of inactivity is then
     *     the end of that day
     * @param reason for the reader of a report; empty where none was written
     */
    public record Exemption(
            Kind kind, String match, @Nullable LocalDate until, String reason) {}

    /** What the entry is compared with. */
    public enum Kind {
        ACCOUNT,
        PATTERN,
        /** An entitlement the account holds, for example {@code team:executives}. */
        GROUP,
        ACCOUNT_KIND
    }
}
