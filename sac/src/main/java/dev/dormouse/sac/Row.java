package dev.dormouse.sac;

import org.jspecify.annotations.Nullable;

/** One row of a data file: what is to become of one team. */
public sealed interface Row permits UsersRow, TeamsRow {

    /** The team that changes. */
    String team();

    /** What people are to read; null where the row says nothing of it. */
    @Nullable
    String displayName();

    /** As written; not always one that there is. */
    String action();

    /** Where the row begins, from 1. */
    int line();
}
