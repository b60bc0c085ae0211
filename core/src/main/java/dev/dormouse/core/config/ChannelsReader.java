package dev.dormouse.core.config;

import dev.dormouse.core.config.Sections.Named;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code channels}. */
final class ChannelsReader {

    private final Sections sections;

    ChannelsReader(Sections sections) {
        this.sections = sections;
    }

    List<ChannelConfig> read() {
        List<ChannelConfig> channels = new ArrayList<>();
        for (Named named : sections.named("channels", "channel")) {
            ConnectorConfig connector = sections.connector(named.settings(), "to");
            if (connector == null) {
                sections.faults().add(named.at(), "channel " + named.name() + " needs a 'connector'");
                continue;
            }
            channels.add(new ChannelConfig(named.name(), connector, named.at()));
        }
        return channels;
    }

    /** Whether somebody is named who gets what is for the operators, without asking who. */
    static boolean isAddressed(ChannelConfig channel) {
        return channel.connector().settings().keys().contains("to");
    }
}
