package dev.dormouse.observations;

import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.spi.Sighting;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events of one intake as numbers alone, in the temporary table {@code logged}, and the accounts that the numbers stand
 * for in {@code named}: handing over a text costs as much as three numbers, and an account has many events.
 */
final class StagedEvents {

    static final String LOGGED = "code integer, kind tinyint, instant bigint, id bigint";
    static final String NAMED = "code integer, account varchar";

    /** So many names fit the memory easily; an account that comes again after that many gets another number. */
    private static final int REMEMBERED = 200_000;

    private final String source;
    private final StagedRows logged;
    private final StagedRows named;
    private final Map<String, Integer> codes = new HashMap<>();
    private int last;

    StagedEvents(Staging staging, String source) {
        this.source = source;
        logged = staging.rows("logged", LOGGED);
        named = staging.rows("named", NAMED);
    }

    /** @param entitlement whose event it is; null for that of the account */
    void add(Sighting.Event event, @Nullable String entitlement) throws SQLException {
        if (entitlement == null) {
            add(event.account(), event, event.id());
        } else {
            String account = new SubjectKey(source, event.account()).account();
            add(Grants.name(account, entitlement), event, event.id() * 31 + Grants.mark(entitlement));
        }
    }

    private void add(String name, Sighting.Event event, long id) throws SQLException {
        Integer known = codes.get(name);
        int code = known == null ? code(name) : known;
        logged.row()
                .append(code)
                .append(RollUp.at(event.kind()))
                .append(Micros.of(event.at()))
                .append(id)
                .endRow();
    }

    private int code(String name) throws SQLException {
        if (codes.size() >= REMEMBERED) {
            codes.clear();
        }
        int code = ++last;
        boolean isOfGrant = name.contains(Grants.SEPARATOR);
        named.row()
                .append(code)
                .append(isOfGrant ? name : new SubjectKey(source, name).account())
                .endRow();
        codes.put(name, code);
        return code;
    }

    boolean isEmpty() {
        return logged.isEmpty();
    }

    /** Makes all rows visible to statements. */
    void finish() throws SQLException {
        logged.finish();
        named.finish();
    }
}
