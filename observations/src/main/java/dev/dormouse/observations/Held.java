package dev.dormouse.observations;

import java.util.List;
import java.util.Locale;

/**
 * The entitlements of an account in one column, each between line feeds: to hold one is to contain it. Cheaper than a
 * table of its own as long as a workflow asks for a handful.
 */
final class Held {

    private Held() {}

    static String joined(List<String> entitlements) {
        if (entitlements.isEmpty()) {
            return "";
        }
        StringBuilder joined = new StringBuilder();
        entitlements.forEach(entitlement -> joined.append(entry(entitlement)));
        return joined.toString();
    }

    /** What the column contains when the account holds it; entitlements compare without case, as logins do. */
    static String entry(String entitlement) {
        return "\n" + entitlement.strip().toLowerCase(Locale.ROOT) + "\n";
    }
}
