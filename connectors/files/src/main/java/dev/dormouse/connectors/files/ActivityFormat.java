package dev.dormouse.connectors.files;

import dev.dormouse.spi.Feed.Absence;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Formats that tell when accounts were active. */
enum ActivityFormat implements Format {
    GITHUB_DORMANT_REPORT(
            "github-dormant-report",
            "GitHub's CSV report of dormant users: Enterprise settings > Compliance, or the site admin's reports",
            Absence.SAYS_ACTIVE,
            null,
            DormantReport::new),
    GITHUB_PEOPLE_PAGE(
            "github-people-page",
            "the JSON export of an organisation's People page",
            Absence.NOTHING_SEEN,
            null,
            PeoplePage::new),
    GITHUB_AUDIT_LOG(
            "github-audit-log",
            "an export of GitHub's audit log as JSON or JSON lines, packed with gzip or not",
            Absence.NOTHING_SEEN,
            null,
            AuditLog::new),
    AUTH0_USERS(
            "auth0-users",
            "users of an Auth0 tenant: the answer of /api/v2/users, or the file of an export job",
            Absence.NOTHING_SEEN,
            "nickname",
            Auth0Users::new);

    private final String key;
    private final String description;
    private final Absence absence;
    private final @Nullable String defaultAccount;
    private final Function<Reading, ActivityReader> reader;

    ActivityFormat(
            String key,
            String description,
            Absence absence,
            @Nullable String defaultAccount,
            Function<Reading, ActivityReader> reader) {
        this.key = key;
        this.description = description;
        this.absence = absence;
        this.defaultAccount = defaultAccount;
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
        return defaultAccount;
    }

    Absence absence() {
        return absence;
    }

    ActivityReader reader(Reading reading) {
        return reader.apply(reading);
    }
}
