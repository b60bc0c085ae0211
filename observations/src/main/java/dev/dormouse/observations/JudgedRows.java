package dev.dormouse.observations;

import dev.dormouse.core.condition.Fact;
import dev.dormouse.core.judging.Evidence;
import dev.dormouse.core.judging.Evidence.Opinion;
import dev.dormouse.core.judging.SubjectEvidence;
import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.observations.Asked.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the judging statement. The order of the columns is that of the statement. */
final class JudgedRows {

    private static final int FIRST_SOURCE = 13;
    private static final int COLUMNS_PER_SOURCE = 3;

    private final Asked asked;
    private final AskedExemptions exemptions;

    JudgedRows(Asked asked, AskedExemptions exemptions) {
        this.asked = asked;
        this.exemptions = exemptions;
    }

    Judged read(ResultSet row) throws SQLException {
        String application = Objects.requireNonNullElse(
                row.getString(1), asked.applications().getFirst());
        String account = row.getString(2);
        return new Judged(
                new SubjectKey(application, account),
                Objects.requireNonNullElse(row.getString(3), account),
                row.getString(4),
                row.getString(5),
                entitlement(row),
                AnswerSql.ANSWERS.get(row.getInt(7)),
                new SubjectEvidence(
                        instant(row, 9), floor(row), exemptedBy(row), bySource(row, application), asked(row)));
    }

    private @Nullable String entitlement(ResultSet row) throws SQLException {
        int place = row.getInt(6);
        return row.wasNull()
                ? null
                : asked.question().workflow().selection().holding().get(place);
    }

    private Map<Fact, Object> asked(ResultSet row) throws SQLException {
        Map<Fact, Object> known = new HashMap<>();
        int column = FIRST_SOURCE + asked.sources().size() * COLUMNS_PER_SOURCE;
        for (Fact fact : asked.facts().facts()) {
            Object value = FactValues.read(row, column++, fact.type());
            if (value != null) {
                known.put(fact, value);
            }
        }
        return known;
    }

    private static @Nullable Floor floor(ResultSet row) throws SQLException {
        long since = row.getLong(10);
        long ended = row.getLong(11);
        if (Math.max(since, ended) == ExemptionSql.LONG_AGO) {
            return null;
        }
        return since >= ended
                ? new Floor(Micros.toInstant(since), row.getString(8))
                : new Floor(Micros.toInstant(ended), "end of exemption");
    }

    private @Nullable String exemptedBy(ResultSet row) throws SQLException {
        int place = row.getInt(12);
        return place == ExemptionSql.NONE
                ? null
                : exemptions.entries().get(place).told();
    }

    private Map<String, Evidence> bySource(ResultSet row, String application) throws SQLException {
        Map<String, Evidence> bySource = new LinkedHashMap<>();
        for (Source source : asked.sources()) {
            Evidence evidence = evidence(row, source, application);
            if (evidence != null) {
                bySource.put(source.rule().source(), evidence);
            }
        }
        return bySource;
    }

    private @Nullable Evidence evidence(ResultSet row, Source source, String application) throws SQLException {
        int column = FIRST_SOURCE + source.place() * COLUMNS_PER_SOURCE;
        return switch (Code.of(row.getInt(column))) {
            case NOT_ASKED -> null;
            case AT -> new Evidence.At(Micros.toInstant(row.getLong(column + 1)));
            case NONE_SINCE -> new Evidence.NoneSince(Micros.toInstant(asked.completeFrom(source, application)));
            case NEVER -> new Evidence.Never();
            case SAYS_DORMANT -> new Evidence.Says(Opinion.DORMANT);
            case SAYS_ACTIVE -> new Evidence.Says(Opinion.ACTIVE);
            case UNKNOWN ->
                new Evidence.Unknown(
                        Objects.requireNonNullElseGet(
                                asked.fault(source, application), () -> problem(source, application, row, column)),
                        instant(row, column + 1));
        };
    }

    private String problem(Source source, String application, ResultSet row, int column) {
        try {
            String problem = row.getString(column + 2);
            if (problem == null && instant(row, column + 1) != null) {
                return "it tells everything only since " + Micros.toInstant(asked.completeFrom(source, application));
            }
            if (source.rule().matchesPersons()) {
                return Objects.requireNonNullElse(problem, "the account was not joined to a person");
            }
            return PersonSql.UNREADABLE + Objects.requireNonNullElse(problem, "no details were kept");
        } catch (SQLException failure) {
            throw ObservationsException.failed("reading a judgement", failure);
        }
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : Micros.toInstant(micros);
    }
}
