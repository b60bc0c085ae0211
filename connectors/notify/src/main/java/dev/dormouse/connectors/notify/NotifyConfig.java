package dev.dormouse.connectors.notify;

import dev.dormouse.spi.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one Notify service.
 *
 * @param templates from the name of a template of Dormouse to the id of the template at Notify
 * @param replyTo the id of a reply-to address at Notify; null for the default of the service
 */
record NotifyConfig(
        String apiKey,
        String url,
        Map<String, String> templates,
        @Nullable String replyTo) {

    private static final String PRODUCTION = "https://api.notifications.service.gov.uk";
    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern ID = Pattern.compile(UUID);
    private static final Pattern KEY = Pattern.compile(".*-" + UUID + "-" + UUID);

    NotifyConfig {
        templates = Map.copyOf(templates);
    }

    static NotifyConfig from(Settings settings) {
        String apiKey = settings.text("apiKey").strip();
        if (!KEY.matcher(apiKey).matches()) {
            throw settings.fault(
                    "apiKey", "is not a key of GOV.UK Notify: name, service id and secret, with dashes between");
        }
        String url = settings.text("url", PRODUCTION).replaceAll("/+$", "");
        if (!url.matches("https?://[^/\\s]+.*")) {
            throw settings.fault("url", "must be an http or https address, for example " + PRODUCTION);
        }
        String replyTo = settings.findText("replyTo");
        if (replyTo != null && !ID.matcher(replyTo).matches()) {
            throw settings.fault("replyTo", "is the id of a reply-to address at GOV.UK Notify, not the address itself");
        }
        return new NotifyConfig(apiKey, url, templates(settings.section("templates")), replyTo);
    }

    private static Map<String, String> templates(Settings section) {
        Map<String, String> templates = new LinkedHashMap<>();
        for (String name : section.keys()) {
            String id = section.text(name).strip();
            if (!ID.matcher(id).matches()) {
                throw section.fault(
                        name, "is not a template id of GOV.UK Notify; copy it from the page of the template");
            }
            templates.put(name, id);
        }
        return templates;
    }

    @Override
    public String toString() {
        return "NotifyConfig[" + url + "]";
    }
}
