package dev.dormouse.connectors.sac;

import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.GroupRecord;
import dev.dormouse.spi.Listing;
import dev.dormouse.spi.ListsAccounts;
import dev.dormouse.spi.ListsGroups;
import dev.dormouse.spi.Reaction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Users, and the teams of {@code /api/v1/scim/Groups}. */
final class SacDirectory implements SacConnector, ListsAccounts, ListsGroups {

    private final SacUsers users;
    private final SacConfig config;
    private final SacClient client;

    SacDirectory(SacUsers users, SacConfig config, SacClient client) {
        this.users = users;
        this.config = config;
        this.client = client;
    }

    @Override
    public Listing listAccounts(Consumer<AccountRecord> sink) {
        return users.listAccounts(sink);
    }

    @Override
    public void listGroups(Consumer<GroupRecord> sink) {
        Map<String, GroupRecord> teams = new LinkedHashMap<>();
        AtomicLong announced = new AtomicLong();
        client.readAll(config.teams(), (export, content) -> {
            long total = JsonExport.read(export, content, team -> {
                GroupRecord read = team(team);
                GroupRecord before = teams.putIfAbsent(read.name(), read);
                if (before != null && !before.equals(read)) {
                    throw team.wrong("the team " + read.name() + " is told twice, and not the same");
                }
            });
            announced.accumulateAndGet(total, Math::max);
        });
        if (teams.size() < announced.get()) {
            throw new ConnectorException(
                    SacErrorCode.SAC_INCOMPLETE,
                    new Reaction.Invalid(),
                    String.join(", ", config.teams()) + ": there are " + announced.get() + " teams and " + teams.size()
                            + " of them are here; put the other pages beside the first");
        }
        teams.values().forEach(sink);
    }

    private static GroupRecord team(JsonRecord team) {
        String name = team.text("id").isEmpty() ? team.text("displayName") : team.text("id");
        if (name.isEmpty()) {
            throw team.wrong("a team without an id; this is not a listing of /api/v1/scim/Groups");
        }
        String display = team.text("displayName");
        return new GroupRecord(name, display.isEmpty() ? null : display, team.texts("members"));
    }
}
