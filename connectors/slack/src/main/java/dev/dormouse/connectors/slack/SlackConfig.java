package dev.dormouse.connectors.slack;

import dev.dormouse.spi.Settings;

/**
 * The settings of one workspace.
 *
 * @param url the address that the names of methods are appended to, with a trailing slash
 */
record SlackConfig(String token, String url) {

    private static final String PRODUCTION = "https://slack.com/api/";

    static SlackConfig from(Settings settings) {
        String token = settings.text("token").strip();
        if (!token.startsWith("xox") || token.chars().anyMatch(Character::isWhitespace)) {
            throw settings.fault("token", "is not a token of a Slack app; those of bots begin with xoxb-");
        }
        String url = settings.text("url", PRODUCTION).replaceAll("/*$", "") + "/";
        if (!url.matches("https?://[^/\\s]+.*")) {
            throw settings.fault("url", "must be an http or https address, for example " + PRODUCTION);
        }
        return new SlackConfig(token, url);
    }

    @Override
    public String toString() {
        return "SlackConfig[" + url + "]";
    }
}
