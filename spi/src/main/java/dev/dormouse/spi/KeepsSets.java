package dev.dormouse.spi;

import java.util.List;

/** Capability: keeps sets of accounts, such as teams, whose members can be replaced. */
public interface KeepsSets {

    /**
     * The logins in the set now; empty for a set that is not there yet.
     *
     * @param set as its system calls it; for a team its name without {@code team:}
     * @throws ConnectorException where not every member could be read
     */
    List<String> members(String set);

    /**
     * Makes these the members, and nobody else; a set that is not there is made. After a failure the set is as it was, or
     * as it was to be: the caller reads it again before it acts.
     *
     * @throws ConnectorException where that is not known to be done
     */
    void replace(String set, List<String> members);
}
