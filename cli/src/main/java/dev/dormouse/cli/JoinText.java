package dev.dormouse.cli;

import dev.dormouse.core.observations.JoinTally;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Says how far the accounts of an application are joined to persons. */
final class JoinText {

    private JoinText() {}

    static String share(JoinTally joins) {
        return joins.joined() + " of " + joins.accounts();
    }

    /** Nothing where everybody is joined. */
    static void print(PrintWriter out, @Nullable JoinTally joins) {
        if (joins == null || (joins.joined() == joins.accounts() && joins.matched() == joins.named())) {
            return;
        }
        out.println(joins.source() + " of " + joins.application() + ", by person: " + share(joins)
                + " accounts belong to one person, " + joins.doubtful() + " match several, "
                + (joins.accounts() - joins.joined() - joins.doubtful()) + " match nobody; "
                + (joins.named() - joins.matched()) + " of the " + joins.named()
                + " accounts that the source names match nobody");
        joins.examples().forEach(example -> out.println("  " + example));
        out.flush();
    }
}
