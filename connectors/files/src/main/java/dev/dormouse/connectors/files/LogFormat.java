package dev.dormouse.connectors.files;

import org.jspecify.annotations.Nullable;

/** Logs that a mapping explains. */
enum LogFormat implements Format {
    LOG;

    @Override
    public String key() {
        return "log";
    }

    @Override
    public String description() {
        return "a log or list of any vendor for which there is a mapping";
    }

    /** What the mapping calls the account; {@code email} is the other choice. */
    @Override
    public @Nullable String defaultAccount() {
        return "account";
    }
}
