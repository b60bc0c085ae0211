package dev.dormouse.connectors.github;

import dev.dormouse.spi.Access;
import dev.dormouse.spi.AccountRef;
import dev.dormouse.spi.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the two ways to be in an organisation: as a member, or as an outside collaborator. */
interface Place {

    /** The account meant, under its present login; null when it is not there. */
    @Nullable
    Holder find(AccountRef account);

    /** What somebody holds here, for a restore. */
    List<Access.Held> fetchHeld(Holder holder);

    /** Why this one must not be removed by a program; null when it may be. */
    @Nullable
    Outcome refusal(Holder holder);

    /** The path below the organisation that DELETE takes. */
    String path(Holder holder);

    /** For sentences: {@code member} or {@code outside collaborator}. */
    String word();

    /** What the token needs. */
    String permission();
}
