package dev.dormouse.connectors.files;

import dev.dormouse.spi.AccountRecord;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Formats that list all accounts of an application. */
enum AccountsFormat implements Format {
    GITHUB_MEMBERS(
            "github-members",
            "members of an organisation: the answer of /orgs/ORG/members, or their logins as JSON, CSV or one a line",
            GitHubMembers::new);

    private final String key;
    private final String description;
    private final BiFunction<Consumer<AccountRecord>, Instants, AccountsReader> reader;

    AccountsFormat(
            String key, String description, BiFunction<Consumer<AccountRecord>, Instants, AccountsReader> reader) {
        this.key = key;
        this.description = description;
        this.reader = reader;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public @Nullable String defaultAccount() {
        return null;
    }

    AccountsReader reader(Consumer<AccountRecord> sink, Instants instants) {
        return reader.apply(sink, instants);
    }
}
