package dev.dormouse.core.observations;

import dev.dormouse.spi.Problem;
import java.util.List;

/** What was taken in of one feed, and what was not. */
public interface Intake {

    /** Records that could not be read, assigned to an account or not. */
    long unreadable();

    /** Those of them that could not be assigned to an account: they could be anybody's. */
    long unassigned();

    /** The first of the unreadable, a hundred at most. */
    List<Problem> problems();

    /** Whether it was a log, whose events are added to those of earlier readings. */
    boolean gathers();
}
