package dev.dormouse.engine;

import dev.dormouse.core.workflow.Output;
import dev.dormouse.spi.Action;
import dev.dormouse.spi.FindsAddresses;
import dev.dormouse.spi.KeepsSets;
import dev.dormouse.spi.RestoresAccess;
import dev.dormouse.spi.SendsMessages;
import org.jspecify.annotations.Nullable;

/** The connected systems, by the names of the configuration. */
public interface Remotes {

    /** @throws EngineException where the application's connector has no such action */
    Action action(String application, String name);

    /** @throws EngineException where the application's connector cannot give back */
    RestoresAccess restorer(String application);

    /** Null where the application's connector knows no addresses. */
    @Nullable
    FindsAddresses addresses(String application);

    /** @throws EngineException where nothing can keep such a set */
    KeepsSets keeper(Output.Place place);

    /** @throws EngineException where there is no such channel */
    Channel channel(String name);

    /**
     * A way to tell people something.
     *
     * @param to who gets what is for the operators; empty where nobody is configured
     */
    record Channel(String name, SendsMessages sender, String to) {}
}
