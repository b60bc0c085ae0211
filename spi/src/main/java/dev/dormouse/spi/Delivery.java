package dev.dormouse.spi;

/** What became of a message. */
public sealed interface Delivery {

    /** It arrived. */
    record Delivered() implements Delivery {}

    /** It is under way. */
    record InTransit() implements Delivery {}

    /** Nobody is reached there; the reason in the words of the channel. */
    record Bounced(String reason) implements Delivery {}

    /** It was not delivered this time, which says nothing of the address: a full mailbox, a fault of the channel. */
    record Failed(String reason) implements Delivery {}

    /** The channel tells of bounces at most, never of arrival. */
    record NotReported() implements Delivery {}
}
