package dev.dormouse.connectors.files;

import dev.dormouse.connectors.files.mapping.Instants;
import dev.dormouse.spi.AccountRecord;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Formats that list all accounts of an application. */
enum AccountsFormat implements Format {
    GITHUB_MEMBERS(
            "github-members",
            "members of an organisation: the answer of /orgs/ORG/members, or their logins as JSON, CSV or one a line");

    private final String key;
    private final String description;

    AccountsFormat(String key, String description) {
        this.key = key;
        this.description = description;
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
        return switch (this) {
            case GITHUB_MEMBERS -> new GitHubMembers(sink, instants);
        };
    }
}
