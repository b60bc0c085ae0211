package dev.dormouse.connectors.github;

import dev.dormouse.spi.Settings;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * The settings of one organisation.
 *
 * @param organization its login
 * @param token of an owner, with {@code admin:org} and {@code read:audit_log}; for addresses {@code read:user} as well
 * @param url of the REST API without a trailing slash; Enterprise Server has {@code https://HOST/api/v3}
 * @param collaborators whether outside collaborators are listed
 */
record GitHubConfig(String organization, String token, URI url, boolean collaborators, AuditLogConfig auditLog) {

    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?");
    private static final Pattern TOKEN = Pattern.compile("[!-~]+");
    private static final int DAYS_KEPT = 180;

    /** @throws dev.dormouse.spi.SettingsException for a setting that is missing or wrong */
    static GitHubConfig read(Settings settings) {
        String organization = settings.text("organization").strip();
        if (!LOGIN.matcher(organization).matches()) {
            throw settings.fault(
                    "organization", "is not the login of a GitHub organisation; write it as in its address, like acme");
        }
        String token = settings.text("token").strip();
        if (!TOKEN.matcher(token).matches()) {
            throw settings.fault("token", "is empty or holds blanks; write one access token, best as ${GITHUB_TOKEN}");
        }
        return new GitHubConfig(organization, token, url(settings), collaborators(settings), auditLog(settings));
    }

    private static boolean collaborators(Settings settings) {
        return switch (settings.text("collaborators", "true")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw settings.fault("collaborators", "must be true or false");
        };
    }

    private static URI url(Settings settings) {
        String text = settings.text("url", "https://api.github.com").strip().replaceAll("/+$", "");
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // The same fault as for an address of another kind.
        }
        throw settings.fault(
                "url",
                "is no web address; write https://api.github.com, or https://HOST/api/v3 for GitHub Enterprise Server");
    }

    private static AuditLogConfig auditLog(Settings settings) {
        int days = settings.number("auditDays", DAYS_KEPT);
        if (days < 1) {
            throw settings.fault("auditDays", "must be 1 or more; GitHub keeps " + DAYS_KEPT + " days");
        }
        String include = settings.text("auditInclude", "all");
        if (!include.equals("all") && !include.equals("web")) {
            throw settings.fault("auditInclude", "must be all (with git events) or web");
        }
        return new AuditLogConfig(settings.text("auditPhrase", "").strip(), days, include);
    }

    @Override
    public String toString() {
        return "GitHubConfig[" + organization + " at " + url + "]";
    }

    /**
     * What is asked of the audit log.
     *
     * @param phrase narrows the events down; empty for all
     * @param days how far back
     * @param include {@code all} or {@code web}
     */
    record AuditLogConfig(String phrase, int days, String include) {}
}
