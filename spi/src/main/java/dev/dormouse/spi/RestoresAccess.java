package dev.dormouse.spi;

/** Capability: gives back what was taken. */
public interface RestoresAccess {

    /**
     * Gives back as much of the access as is missing now. Called first when somebody orders the restore, and again as
     * long as the outcome is {@link Outcome.Pending}, for example until an invitation is accepted.
     */
    Outcome restore(Access access);
}
