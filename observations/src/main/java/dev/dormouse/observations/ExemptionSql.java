package dev.dormouse.observations;

import dev.dormouse.spi.AccountKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which exemption matches an account, and when the last one that did came to its end. */
final class ExemptionSql {

    /** Beyond the place of any exemption. */
    static final int NONE = Integer.MAX_VALUE;

    /** Before any instant. */
    static final long LONG_AGO = Long.MIN_VALUE;

    private static final Relation SUBJECT = new Relation("s");
    private static final Relation NAMED = new Relation("e");

    private final AskedExemptions exemptions;
    private final Entitlements entitlements;

    ExemptionSql(AskedExemptions exemptions, Entitlements entitlements) {
        this.exemptions = exemptions;
        this.entitlements = entitlements;
    }

    /** The logins that are named, each with the first exemption that holds and the last end of one that does not. */
    Table<Record> named() {
        record Named(int place, long ended) {}
        Map<String, Named> byLogin = new LinkedHashMap<>();
        for (AskedExemptions.Entry entry : exemptions.accounts()) {
            byLogin.merge(
                    entry.match(),
                    entry.expired() ? new Named(NONE, ended(entry)) : new Named(entry.place(), LONG_AGO),
                    (one, other) ->
                            new Named(Math.min(one.place(), other.place()), Math.max(one.ended(), other.ended())));
        }
        List<RowN> rows = new ArrayList<>();
        byLogin.forEach((login, named) -> rows.add(DSL.row(
                new SelectField<?>[] {DSL.inline(login), DSL.inline(named.place()), DSL.inline(named.ended())})));
        return DSL.values(rows.toArray(RowN[]::new)).as("e", "account", "place", "ended");
    }

    /** Whether any login is named; an empty table cannot be written. */
    boolean areNamed() {
        return !exemptions.accounts().isEmpty();
    }

    Condition names(Relation subject) {
        return NAMED.text("account").eq(subject.text("account"));
    }

    private static long ended(AskedExemptions.Entry entry) {
        return entry.ends() == null ? LONG_AGO : Micros.of(entry.ends());
    }

    /** The place of the first exemption that holds now; {@link #NONE} for none. */
    Field<Integer> place() {
        Field<Integer> named = areNamed() ? DSL.coalesce(NAMED.number("place"), DSL.inline(NONE)) : DSL.inline(NONE);
        Field<Integer> other = firstOther(entry -> !entry.expired());
        return other == null ? named : DSL.least(named, other);
    }

    private @Nullable Field<Integer> firstOther(Predicate<AskedExemptions.Entry> chosen) {
        CaseConditionStep<Integer> cases = null;
        for (AskedExemptions.Entry entry : exemptions.others()) {
            if (chosen.test(entry)) {
                Field<Integer> place = DSL.inline(entry.place());
                Condition matches = matches(entry);
                cases = cases == null ? DSL.when(matches, place) : cases.when(matches, place);
            }
        }
        return cases == null ? null : cases.else_(DSL.inline(NONE));
    }

    /** When the last exemption ended that matches and no longer holds; {@link #LONG_AGO} for none. */
    Field<Long> ended() {
        Field<Long> latest =
                areNamed() ? DSL.coalesce(NAMED.micros("ended"), DSL.inline(LONG_AGO)) : DSL.inline(LONG_AGO);
        List<Field<Long>> others = exemptions.others().stream()
                .filter(AskedExemptions.Entry::expired)
                .map(entry -> DSL.when(matches(entry), DSL.inline(ended(entry))).else_(DSL.inline(LONG_AGO)))
                .toList();
        return others.isEmpty() ? latest : DSL.greatest(latest, others.toArray(Field<?>[]::new));
    }

    /** Whether an entry of any kind but a single login matches the subject. */
    Condition matches(AskedExemptions.Entry entry) {
        return switch (entry.exemption().kind()) {
            case ACCOUNT -> SUBJECT.text("account").eq(DSL.val(entry.match()));
            case PATTERN -> SUBJECT.text("account").like(DSL.val(like(entry.match())), '!');
            case GROUP -> entitlements.heldBy(SUBJECT, entry.match());
            case ACCOUNT_KIND -> kind(entry.match());
        };
    }

    private static Condition kind(String match) {
        String name = match.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(AccountKind.values()).anyMatch(kind -> kind.name().equals(name))
                ? SUBJECT.text("kind").eq(DSL.inline(name))
                : DSL.inline(1).eq(DSL.inline(0));
    }

    private static String like(String pattern) {
        return pattern.replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_")
                .replace('*', '%')
                .replace('?', '_');
    }
}
