package dev.dormouse.connectors.files;

import dev.dormouse.spi.Feed.Absence;
import org.jspecify.annotations.Nullable;

/** Formats that tell when accounts were active. */
enum ActivityFormat implements Format {
    GITHUB_DORMANT_REPORT(
            "github-dormant-report",
            "GitHub's CSV report of dormant users: Enterprise settings > Compliance, or the site admin's reports",
            Absence.SAYS_ACTIVE,
            null),
    GITHUB_PEOPLE_PAGE(
            "github-people-page", "the JSON export of an organisation's People page", Absence.NOTHING_SEEN, null),
    GITHUB_AUDIT_LOG(
            "github-audit-log",
            "an export of GitHub's audit log as JSON or JSON lines, packed with gzip or not",
            Absence.NOTHING_SEEN,
            null),
    AUTH0_USERS(
            "auth0-users",
            "users of an Auth0 tenant: the answer of /api/v2/users, or the file of an export job",
            Absence.NOTHING_SEEN,
            "nickname");

    private final String key;
    private final String description;
    private final Absence absence;
    private final @Nullable String defaultAccount;

    ActivityFormat(String key, String description, Absence absence, @Nullable String defaultAccount) {
        this.key = key;
        this.description = description;
        this.absence = absence;
        this.defaultAccount = defaultAccount;
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
        return switch (this) {
            case GITHUB_DORMANT_REPORT -> new DormantReport(reading);
            case GITHUB_PEOPLE_PAGE -> new PeoplePage(reading);
            case GITHUB_AUDIT_LOG -> new AuditLog(reading);
            case AUTH0_USERS -> new Auth0Users(reading);
        };
    }
}
