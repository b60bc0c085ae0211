package dev.dormouse.spi;

import java.util.function.Consumer;

/** Capability: names all groups of an application and who is in them, empty groups too. A group not named is not there. */
public interface ListsGroups {

    /**
     * Hands every group to the sink. Ends normally only when the list is complete.
     *
     * @throws ConnectorException when any part of the list could not be read; the list is then of no use
     */
    void listGroups(Consumer<GroupRecord> sink);
}
