package dev.dormouse.connectors.files.mapping;

import dev.dormouse.spi.ActivityKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one vendor's log is read. Immutable; {@link Reading} and {@link Extraction} are made from it for one thread.
 *
 * @param source where the vendor documents the format
 * @param about what a record is: an event, or an account with its last activity
 */
public record Mapping(
        String name,
        String description,
        String source,
        About about,
        Paths paths,
        Recognition recognition,
        Places places,
        TimeRule timeRule,
        Rules rules) {

    /** What a record is. */
    public enum About {
        EVENTS,
        ACCOUNTS
    }

    /**
     * @param signs what a record of this format has
     * @param last is asked only where no other mapping knows the format, and only for tables
     */
    public record Recognition(Condition signs, boolean last) {}

    /**
     * Where the values are.
     *
     * @param byEmail accounts are named by their e-mail address
     */
    public record Places(
            Candidates account,
            Candidates email,
            Candidates aliases,
            Entitled entitled,
            Candidates time,
            Candidates event,
            Candidates id,
            boolean byEmail) {

        @Nullable
        String name(Values values) {
            return byEmail ? address(values) : account.first(values);
        }

        @Nullable
        String address(Values values) {
            String found = email.first(values);
            return found != null && isAddress(found) ? found : null;
        }

        List<String> others(Values values) {
            List<String> every = aliases.every(values);
            // Few mappings have any, and this is asked for every record.
            return every.isEmpty()
                    ? every
                    : every.stream().filter(Mapping::isAddress).toList();
        }

        Places namedByEmail() {
            return new Places(account, email, aliases, entitled, time, event, id, true);
        }
    }

    /**
     * Where the entitlement is whose activity a record tells.
     *
     * @param prefix of its name in the application, for example {@code licence:}
     */
    public record Entitled(Candidates places, String prefix) {

        /** Null where the mapping tells none; empty where this record does not. */
        @Nullable
        String of(Values values) {
            String found = places.first(values);
            return places.places().length == 0 ? null : found == null ? "" : prefix + found;
        }
    }

    /**
     * @param kind of everything that is neither a login nor a machine's
     * @param mayLackSuccess the vendor can be set to write what failed and nothing else
     */
    public record Rules(
            Condition other,
            Condition success,
            Condition failure,
            Condition login,
            Condition machine,
            ActivityKind kind,
            boolean mayLackSuccess) {

        boolean succeeded(Values values) {
            if (failure.holds(values)) {
                return false;
            }
            return !success.isSet() || success.holds(values) || !success.speaks(values);
        }

        ActivityKind kind(Values values) {
            if (machine.holds(values)) {
                return ActivityKind.MACHINE;
            }
            return login.holds(values) ? ActivityKind.LOGIN : kind;
        }
    }

    /** The same, with accounts named by their e-mail address. */
    public Mapping byEmail() {
        return new Mapping(
                name, description, source, about, paths, recognition, places.namedByEmail(), timeRule, rules);
    }

    /** The same, with times without an offset read as those of that zone. */
    public Mapping in(ZoneId zone) {
        return new Mapping(name, description, source, about, paths, recognition, places, timeRule.in(zone), rules);
    }

    /** Whether activity is told by entitlement. */
    public boolean tellsEntitlements() {
        return places.entitled().places().places().length > 0;
    }

    public boolean hasEmail() {
        return places.email().places().length > 0;
    }

    /** How much speaks for this mapping in a record; 0 for nothing. */
    public int weight(Values values) {
        if (!recognition.last()) {
            return recognition.signs().weight(values);
        }
        return places.account().first(values) != null && places.time().first(values) != null ? 1 : 0;
    }

    /** Whether a table with these columns tells accounts and times. */
    boolean fits(Values columns) {
        return places.account().anywhere(columns) && places.time().anywhere(columns);
    }

    /** The findings of one reader. Not thread-safe. */
    public final class Reading {

        private final Instants instants;
        private long nameless;

        public Reading(Instant now) {
            instants = new Instants(now, timeRule.zone());
        }

        /** How much activity so far was without a number or name of its vendor that tells it from all other. */
        public long nameless() {
            return nameless;
        }

        public Finding of(Values values) {
            String account = places.name(values);
            String event = places.event().joined(values);
            if (rules.other().holds(values)) {
                return new Finding.Other(time(values).at);
            }
            if (account == null) {
                return nobody(values, event);
            }
            Time time = time(values);
            return time.at == null ? withoutTime(values, account, time) : activity(values, account, event, time.at);
        }

        /** The first place with an instant; where collectors add times of their own, the innermost. */
        private Time time(Values values) {
            Time best = new Time(null, null, false);
            int depth = -1;
            for (Candidates.Candidate place : places.time().places()) {
                int slot = place.slot();
                if (!values.isThere(slot) || !place.applies(values) || values.depth(slot) <= depth) {
                    continue;
                }
                Instant counted = timeRule.counted(values, slot);
                Instant at = counted != null ? counted : timeRule.read(values.text(slot), instants);
                if (at != null && !at.equals(TimeRule.NEVER)) {
                    best = new Time(at, null, false);
                    depth = values.depth(slot);
                    if (depth == values.deepest()) {
                        return best;
                    }
                } else if (best.at == null) {
                    String unread = paths.written(slot) + " is no instant from 2000 on: " + quoted(values.text(slot));
                    best = at == null
                            ? new Time(null, best.unread == null ? unread : best.unread, best.never)
                            : new Time(null, best.unread, true);
                }
            }
            return best;
        }

        private Finding activity(Values values, String account, @Nullable String event, Instant at) {
            ActivityKind kind = rules.kind(values);
            boolean success = rules.succeeded(values);
            return new Finding.Activity(
                    account,
                    places.address(values),
                    places.others(values),
                    places.entitled().of(values),
                    at,
                    kind,
                    success,
                    event,
                    id(values, account, event, at));
        }

        private long id(Values values, String account, @Nullable String event, Instant at) {
            int id = places.id().place(values);
            long told = Digest.mix(at.getEpochSecond(), at.getNano());
            if (id >= 0) {
                // Some vendors number events per instant, kind or account alone.
                return Digest.mix(Digest.mix(values.digest(id), Digest.of(account)), told);
            }
            nameless++;
            long named = Digest.mix(told, Digest.of(account + "\n" + event));
            return Digest.mix(named, values.fingerprint() + (rules.succeeded(values) ? 1 : 0));
        }

        private Finding withoutTime(Values values, String account, Time time) {
            if (time.unread != null) {
                return new Finding.Unreadable(account, time.unread);
            }
            if (about == About.ACCOUNTS) {
                return places.time().odd(values)
                        ? new Finding.Unreadable(account, "the time is no plain value")
                        : new Finding.Never(
                                account,
                                places.address(values),
                                places.others(values),
                                places.entitled().of(values));
            }
            return new Finding.Unreadable(account, time.never ? "the time says never" : "the record has no time");
        }

        private Finding nobody(Values values, @Nullable String event) {
            String unnamed = places.byEmail() ? places.account().first(values) : null;
            if (unnamed != null) {
                return new Finding.Unreadable(null, "the account " + quoted(unnamed) + " has no e-mail address");
            }
            if (places.account().odd(values)) {
                return new Finding.Unreadable(null, "the account is no plain value");
            }
            boolean known =
                    event != null || places.time().first(values) != null || weight(values) > 0 || values.isEmptyPage();
            if (about == About.EVENTS && known) {
                return new Finding.Other(time(values).at);
            }
            return new Finding.Unreadable(null, "the record has neither an account nor anything else of " + name);
        }
    }

    /** @param unread why a time that is there is no instant */
    private record Time(@Nullable Instant at, @Nullable String unread, boolean never) {}

    private static boolean isAddress(String text) {
        int at = text.indexOf('@');
        // A role of AWS and the name of its session are joined by a colon, and that name is often an address.
        return at > 0 && at < text.length() - 1 && text.indexOf(' ') < 0 && text.indexOf(':') < 0;
    }

    private static String quoted(String value) {
        return value.length() > 40 ? "a long text" : '"' + value + '"';
    }
}
