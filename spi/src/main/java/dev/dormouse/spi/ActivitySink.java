package dev.dormouse.spi;

/** Takes what a feed reports. Not thread-safe: one feed, one thread. */
public interface ActivitySink {

    void sighting(Sighting sighting);

    /** What the feed tells about the account itself: its creation, its e-mail address, that it is a collaborator. */
    void attributes(AccountRecord account);

    /** A record that could not be read and cannot be assigned to an account. */
    void problem(Problem problem);
}
