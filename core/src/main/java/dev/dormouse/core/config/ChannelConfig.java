package dev.dormouse.core.config;

import dev.dormouse.core.yaml.Position;
import java.util.List;

/** A way to tell people something. */
public record ChannelConfig(String name, ConnectorConfig connector, Position position) {

    /**
     * Who gets what is for the operators; empty where nobody is configured. Read late, because it may be a variable that a
     * scan does not have.
     */
    public List<String> to() {
        return connector.settings().texts("to");
    }
}
