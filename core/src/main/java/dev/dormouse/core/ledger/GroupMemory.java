package dev.dormouse.core.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an exempting group from pass to pass, to notice that it suddenly protects far fewer.
 *
 * @param group the entitlement, in lower case
 * @param usual how many accounts of the application it protected at the last good pass
 * @param shrunkTo how many it protected when that stopped the workflow, which a release makes the usual; null where nothing
 *     was stopped
 */
public record GroupMemory(
        String workflow,
        String application,
        String group,
        long usual,
        @Nullable Long shrunkTo) {

    /** Of a small group one or two may well leave between two passes. */
    private static final long FEW = 3;

    public static GroupMemory of(String workflow, String application, String group, long accounts) {
        return new GroupMemory(workflow, application, group, accounts, null);
    }

    /** Whether it has lost everybody, or at least three and more than half of those whom it protected. */
    public boolean hasShrunkSharply(long accounts) {
        return accounts == 0 ? usual > 0 : usual - accounts >= FEW && 2 * accounts < usual;
    }

    public GroupMemory stoppedAt(long accounts) {
        return new GroupMemory(workflow, application, group, usual, accounts);
    }

    /** What stopped the workflow is the usual now. */
    public GroupMemory accepted() {
        return shrunkTo == null ? this : of(workflow, application, group, shrunkTo);
    }
}
