package dev.dormouse.core.workflow;

import dev.dormouse.core.yaml.Faults;
import dev.dormouse.core.yaml.Keys;
import dev.dormouse.core.yaml.Nearest;
import dev.dormouse.core.yaml.Position;
import dev.dormouse.core.yaml.Shown;
import dev.dormouse.core.yaml.Yaml.Text;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the readers of the parts of one document share. */
record Document(String name, List<String> applications, Names names, Faults faults) {

    /** Stands in for a length that could not be read; nobody can write it, and the document is refused anyway. */
    static final Window UNREAD = new Window.Elapsed(Duration.ZERO);

    @Nullable
    Window findWindow(Keys keys, String key) {
        Text text = keys.findText(key);
        return text == null ? null : window(keys, key, text);
    }

    Window window(Keys keys, String key) {
        Text text = keys.text(key);
        return text == null ? UNREAD : window(keys, key, text);
    }

    Window window(Keys keys, String key, Text text) {
        Window window = Windows.parse(text.value());
        if (window != null) {
            return window;
        }
        faults.add(
                text.at(),
                "'" + key + "' " + keys.where() + ": " + Shown.value(text.value()) + " is not a length of time; "
                        + Windows.EXAMPLES);
        return UNREAD;
    }

    /** Reports a name that the configuration does not know. */
    void requireKnown(Text name, String kind, Collection<String> known, Keys keys) {
        if (!known.contains(name.value())) {
            String there = known.isEmpty() ? "; the configuration has none" : Nearest.hint(name.value(), known);
            faults.add(
                    name.at(),
                    "there is no " + kind + " " + Shown.value(name.value()) + ", named " + keys.where() + there);
        }
    }

    /** The channel that is named, or the only one there is. */
    String channel(Keys keys) {
        Text channel = keys.findText("channel");
        if (channel != null) {
            requireKnown(channel, "channel", names.channels(), keys);
            return channel.value();
        }
        if (keys.has("channel")) {
            return "";
        }
        if (names.channels().size() == 1) {
            return names.channels().iterator().next();
        }
        faults.add(
                keys.at(),
                names.channels().isEmpty()
                        ? "a message is sent " + keys.where() + ", but the configuration has no channels"
                        : "missing key 'channel' " + keys.where() + "; there are "
                                + String.join(", ", names.channels()));
        return "";
    }

    String template(Keys keys, String key, String otherwise) {
        Text template = keys.findText(key);
        if (template == null) {
            return otherwise;
        }
        if (!names.templates().contains(template.value())) {
            faults.add(
                    template.at(),
                    "there is no template " + Shown.value(template.value()) + ", named " + keys.where()
                            + Nearest.hint(template.value(), names.templates())
                            + "; there are " + String.join(", ", names.templates())
                            + "; your own are files NAME.txt in the folder templates");
        }
        return template.value();
    }

    /** Whom a message may go to: the owner, or an address. */
    void requireRecipient(Text recipient, Keys keys) {
        if (recipient.value().equals(ReviewStage.OWNER) || recipient.value().matches("[^@\\s]+@[^@\\s]+")) {
            return;
        }
        boolean later = List.of("manager", "reviewer").contains(recipient.value());
        faults.add(
                recipient.at(),
                Shown.value(recipient.value()) + " " + keys.where()
                        + (later
                                ? " is not supported yet in this version; write owner or an e-mail address"
                                : " is nobody who can be written to; write owner or an e-mail address"));
    }

    /** Fault for each text that occurs twice, without case. */
    void refuseTwice(Collection<Text> texts, String key, Keys keys) {
        Set<String> seen = new HashSet<>();
        for (Text text : texts) {
            if (!seen.add(text.value().toLowerCase(Locale.ROOT))) {
                twice(text.at(), text.value(), "'" + key + "' " + keys.where());
            }
        }
    }

    void twice(Position at, String value, String where) {
        faults.add(at, Shown.value(value) + " is listed twice in " + where);
    }
}
