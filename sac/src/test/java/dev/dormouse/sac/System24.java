package dev.dormouse.sac;

import dev.dormouse.sac.Observed.Activities;
import dev.dormouse.sac.Observed.Content;
import dev.dormouse.spi.AccountDetails;
import dev.dormouse.spi.AccountKind;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.AccountState;
import dev.dormouse.spi.GroupRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A made-up system, user by user. */
final class System24 {

    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final List<AccountRecord> users = new ArrayList<>();
    private final Map<String, List<Instant>> logins = new HashMap<>();
    private final Map<String, GroupRecord> teams = new LinkedHashMap<>();
    private Instant oldest = NOW.minus(Duration.ofDays(400));

    System24 user(String id) {
        return user(id, Duration.ofDays(500), "");
    }

    System24 user(String id, Duration age, String manager) {
        users.add(new AccountRecord(
                id,
                id,
                AccountKind.HUMAN,
                id + "@x.example",
                NOW.minus(age),
                List.of("licence:named", "team:Sales"),
                new AccountDetails(AccountState.ACTIVE, manager, Map.of())));
        return this;
    }

    System24 login(String id, Duration ago) {
        logins.computeIfAbsent(id, _ -> new ArrayList<>()).add(NOW.minus(ago));
        return this;
    }

    System24 team(String name, String... members) {
        teams.put(name, new GroupRecord(name, name + " shown", List.of(members)));
        return this;
    }

    System24 logSince(Duration ago) {
        oldest = NOW.minus(ago);
        return this;
    }

    Observed observed() {
        return new Observed(
                users,
                null,
                teams,
                new Activities(logins, oldest, Set.of(), null, null),
                new Content(Map.of(), Map.of(), null));
    }

    /** The only row's result; what stands in the row is given without its braces. */
    RowResult run(String row) {
        DataFile file = DataFileReader.read("x.json", "[{\"file_team\": \"T\", " + row + "}]");
        return new DataFileRun(observed(), NOW).run(file).getFirst();
    }
}
