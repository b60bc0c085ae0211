package dev.dormouse.app;

import dev.dormouse.core.config.ApplicationConfig;
import dev.dormouse.core.config.ChannelConfig;
import dev.dormouse.core.config.Configuration;
import dev.dormouse.core.config.ConnectorConfig;
import dev.dormouse.core.config.SourceConfig;
import dev.dormouse.core.config.SourceConfig.Origin;
import dev.dormouse.core.workflow.Output;
import dev.dormouse.engine.EngineException;
import dev.dormouse.engine.Remotes;
import dev.dormouse.spi.Action;
import dev.dormouse.spi.Connector;
import dev.dormouse.spi.FindsAddresses;
import dev.dormouse.spi.KeepsSets;
import dev.dormouse.spi.ListsGroups;
import dev.dormouse.spi.OffersActions;
import dev.dormouse.spi.RestoresAccess;
import dev.dormouse.spi.SendsMessages;
import dev.dormouse.spi.SettingsException;
import dev.dormouse.spi.Surroundings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The connected systems of one configuration; each is connected when it is first needed. Thread-safe. */
final class Connections implements Remotes, AutoCloseable {

    private final Configuration configuration;
    private final Surroundings surroundings;
    private final Map<Object, Connector> connected = new HashMap<>();
    private final Providers providers;

    Connections(Configuration configuration, Providers providers, Surroundings surroundings) {
        this.configuration = configuration;
        this.providers = providers;
        this.surroundings = surroundings;
    }

    /** @throws SettingsException where there is no such type, or a setting is missing or wrong */
    synchronized Connector connect(ConnectorConfig config) {
        Connector known = connected.get(config);
        if (known == null) {
            known = providers.of(config).connect(config.settings(), surroundings);
            connected.put(config, known);
        }
        return known;
    }

    /** The connector of the application itself; null where it has files alone. */
    @Nullable
    Connector application(String name) {
        for (ApplicationConfig application : configuration.applications()) {
            if (application.name().equals(name) && application.connector() != null) {
                return connect(application.connector());
            }
        }
        return null;
    }

    /** Connects everything; what is wrong with the settings of each, with file, line and column. */
    List<String> faults() {
        Set<ConnectorConfig> systems = new LinkedHashSet<>();
        for (ApplicationConfig application : configuration.applications()) {
            if (application.connector() != null) {
                systems.add(application.connector());
            }
            if (application.accounts() != null) {
                systems.add(application.accounts());
            }
        }
        for (SourceConfig source : configuration.sources()) {
            if (source.origin() instanceof Origin.FromConnector from) {
                systems.add(from.connector());
            }
        }
        List<String> faults = new ArrayList<>();
        systems.forEach(config -> attempt(() -> connect(config), faults));
        for (ChannelConfig channel : configuration.channels()) {
            attempt(() -> requireMessenger(channel.connector()), faults);
        }
        return faults;
    }

    private static void attempt(Runnable connecting, List<String> faults) {
        try {
            connecting.run();
        } catch (SettingsException e) {
            faults.add(e.getMessage());
        }
    }

    private void requireMessenger(ConnectorConfig config) {
        if (!(connect(config) instanceof SendsMessages)) {
            throw config.settings()
                    .fault("connector", "must be one that sends messages; '" + config.type() + "' sends none");
        }
    }

    @Override
    public Action action(String application, String name) {
        List<Action> actions = application(application) instanceof OffersActions offers ? offers.actions() : List.of();
        for (Action action : actions) {
            if (action.describe().name().equals(name)) {
                return action;
            }
        }
        throw new EngineException("application " + application + " has no action '" + name + "'; it has: "
                + (actions.isEmpty()
                        ? "none, because no connector is configured for it"
                        : actions.stream().map(one -> one.describe().name()).collect(Collectors.joining(", "))));
    }

    @Override
    public RestoresAccess restorer(String application) {
        if (application(application) instanceof RestoresAccess restores) {
            return restores;
        }
        throw new EngineException("application " + application + " has no connector that can give access back");
    }

    @Override
    public @Nullable FindsAddresses addresses(String application) {
        return application(application) instanceof FindsAddresses finds ? finds : null;
    }

    @Override
    public KeepsSets keeper(Output.Place place) {
        return switch (place) {
            case Output.ListFile _ -> new ListFiles(configuration.folder());
            case Output.Team team -> {
                if (application(team.application()) instanceof KeepsSets keeps) {
                    yield keeps;
                }
                throw new EngineException("application " + team.application()
                        + " has no connector that can keep the team " + team.name()
                        + "; write the members to a list instead, for example set: \"file:lists/members.txt\"");
            }
        };
    }

    /**
     * The members of a set, also of a team that can only be looked at.
     *
     * @throws EngineException where nothing tells them
     */
    List<String> members(Output.Place place) {
        if (place instanceof Output.Team(String application, String name)
                && !(application(application) instanceof KeepsSets)
                && application(application) instanceof ListsGroups groups) {
            List<String> members = new ArrayList<>();
            groups.listGroups(group -> {
                if (group.name().equals(name)) {
                    members.addAll(group.members());
                }
            });
            return members;
        }
        return keeper(place).members(place.set());
    }

    @Override
    public Channel channel(String name) {
        ChannelConfig channel = configuration.channels().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new EngineException("there is no channel '" + name + "' in dormouse.yaml"));
        if (connect(channel.connector()) instanceof SendsMessages sends) {
            return new Channel(name, sends, String.join(",", channel.to()));
        }
        throw new EngineException(
                "channel '" + name + "': connector " + channel.connector().type() + " sends no messages");
    }

    @Override
    public synchronized void close() {
        connected.values().forEach(Connector::close);
        connected.clear();
    }
}
