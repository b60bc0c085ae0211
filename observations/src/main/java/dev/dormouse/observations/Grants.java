package dev.dormouse.observations;

import java.util.Locale;

/** How the activity of one entitlement is kept beside that of its account: as that of a further name. */
final class Grants {

    /** No login has one. */
    static final String SEPARATOR = "\n";

    private Grants() {}

    /** @param entitlement empty for activity that may be of any */
    static String name(String account, String entitlement) {
        return account + SEPARATOR + plain(entitlement);
    }

    static String plain(String entitlement) {
        return entitlement.strip().toLowerCase(Locale.ROOT);
    }

    /** Tells an event that is kept for an entitlement from the same that is kept for the account; never 0. */
    static long mark(String entitlement) {
        return plain(entitlement).hashCode() * 2L + 1;
    }
}
