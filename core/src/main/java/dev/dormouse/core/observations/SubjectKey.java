package dev.dormouse.core.observations;

import java.util.Locale;

/**
 * Names an account across spellings.
 *
 * @param account the login in lower case
 */
public record SubjectKey(String application, String account) {

    public SubjectKey {
        account = account.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return application + ":" + account;
    }
}
