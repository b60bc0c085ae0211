package dev.dormouse.cli.demo;

import dev.dormouse.sandbox.auth0.Auth0StandIn;
import dev.dormouse.sandbox.notify.NotifyStandIn;
import dev.dormouse.sandbox.slack.SlackStandIn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The demo's {@code dormouse.yaml}: a real one, but for the addresses of the stand-ins. */
final class DemoConfiguration {

    private final DemoFolder folder;
    private final StandIns standIns;

    DemoConfiguration(DemoFolder folder, StandIns standIns) {
        this.folder = folder;
        this.standIns = standIns;
    }

    /** @param exempt entries of the list of exempt accounts, in YAML */
    void write(List<String> exempt) throws IOException {
        String text = template();
        Map<String, String> values = values();
        values.put("exempt", String.join(", ", exempt));
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        Files.writeString(folder.file(DemoFolder.CONFIGURATION), text);
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("github", standIns.gitHub().uri().toString());
        values.put("github-token", StandIns.GITHUB_TOKEN);
        values.put("auth0", standIns.auth0().uri().toString());
        values.put("auth0-client", Auth0StandIn.CLIENT_ID);
        values.put("auth0-secret", Auth0StandIn.CLIENT_SECRET);
        values.put("notify", standIns.govNotify().uri().toString());
        values.put("notify-key", NotifyStandIn.API_KEY);
        values.put(
                "notify-templates",
                Arrays.stream(NotifyTemplate.values())
                        .map(one -> one.word() + ": " + one.id())
                        .collect(Collectors.joining(", ")));
        values.put("slack", standIns.slack().methods());
        values.put("slack-token", SlackStandIn.TOKEN);
        values.put("slack-channel", StandIns.SLACK_CHANNEL);
        values.put("mail-port", Integer.toString(standIns.mail().smtpPort()));
        values.put("mail-to", StandIns.OPERATORS);
        return values;
    }

    private static String template() throws IOException {
        try (InputStream in = DemoConfiguration.class.getResourceAsStream("dormouse.yaml")) {
            return new String(
                    Objects.requireNonNull(in, "the program was built without the configuration of its demo")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
