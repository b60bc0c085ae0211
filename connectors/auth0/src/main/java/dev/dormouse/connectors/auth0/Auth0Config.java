package dev.dormouse.connectors.auth0;

import dev.dormouse.spi.Settings;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings of one tenant.
 *
 * @param domain without scheme, for example {@code acme.eu.auth0.com}
 * @param url the base address without a trailing slash; {@code https://domain} unless overridden
 */
record Auth0Config(String domain, String url, String clientId, String clientSecret, AccountField account) {

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9.-]+(:\\d+)?");

    static Auth0Config from(Settings settings) {
        String domain = settings.text("domain").strip();
        if (!DOMAIN.matcher(domain).matches()) {
            throw settings.fault("domain", "is a name without https:// and path, for example acme.eu.auth0.com");
        }
        return new Auth0Config(
                domain,
                url(settings, domain),
                settings.text("clientId"),
                settings.text("clientSecret"),
                account(settings));
    }

    private static String url(Settings settings, String domain) {
        String url = settings.text("url", "https://" + domain).replaceAll("/+$", "");
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return url;
            }
        } catch (java.net.URISyntaxException _) {
            // The fault below says what to write.
        }
        throw settings.fault("url", "must be an http or https address, for example https://acme.eu.auth0.com");
    }

    private static AccountField account(Settings settings) {
        String word = settings.text("account", AccountField.NICKNAME.word());
        for (AccountField field : AccountField.values()) {
            if (field.word().equals(word.toLowerCase(Locale.ROOT))) {
                return field;
            }
        }
        throw settings.fault(
                "account",
                "must be one of "
                        + Arrays.stream(AccountField.values())
                                .map(AccountField::word)
                                .collect(Collectors.joining(", ")));
    }

    @Override
    public String toString() {
        return "Auth0Config[" + domain + "]";
    }
}
