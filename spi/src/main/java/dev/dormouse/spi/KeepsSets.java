package dev.dormouse.spi;

import java.util.List;

/** Capability: keeps sets of accounts, such as teams, whose members can be replaced. */
public interface KeepsSets {

    /**
     * The logins in the set now; empty for a set that is not there yet, where its system can tell that from a set that is
     * hidden.
     *
     * @param set as its system calls it; for a team its name without {@code team:}
     * @throws ConnectorException where not every member could be read
     */
    List<String> members(String set);

    /**
     * Makes these the members, and nobody else. After a failure the set is as it was, as it was to be, or on the way where
     * its system takes members one by one: the caller reads it again before it acts.
     *
     * @return what a person should know of it besides, a line each; empty for nothing
     * @throws ConnectorException where that is not known to be done
     */
    List<String> replace(String set, List<String> members);
}
