package dev.dormouse.ledger;

/**
 * The end of the journal.
 *
 * @param seq of the last entry; 0 for an empty journal
 * @param hash of the last entry in hexadecimal; zeros for an empty journal
 */
record Head(long seq, String hash) {

    static final Head EMPTY = new Head(0, "0".repeat(HashChain.DIGITS));
}
