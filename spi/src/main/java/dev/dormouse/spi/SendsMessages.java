package dev.dormouse.spi;

import org.jspecify.annotations.Nullable;

/** Capability: a channel by which people are told something. */
public interface SendsMessages {

    /**
     * Sends, and returns how the channel calls the message.
     *
     * @throws ConnectorException when it was not sent, or when it is not known whether it was ({@link Reaction.Unavailable})
     */
    Receipt send(Message message);

    /**
     * Looks for a message that may have been sent before a crash.
     *
     * @return its receipt; null when it certainly was not sent
     */
    @Nullable
    Receipt findSent(Message message);

    /** Whether {@link #findSent} can tell; where not, a message is sent again under the same identity. */
    Lookup lookup();

    /** What became of a message; {@link Delivery.NotReported} for a channel that never says. */
    Delivery fetchDelivery(Receipt receipt);

    /** Whether a channel can be asked for a message by its key. */
    enum Lookup {
        BY_KEY,
        /** A second sending carries the same identity (by SMTP, the Message-ID), so that it is one message to the reader. */
        SAME_IDENTITY
    }

    /** How the channel calls a message that it took. */
    record Receipt(String remoteId) {}
}
