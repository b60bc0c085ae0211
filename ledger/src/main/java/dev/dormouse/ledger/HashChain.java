package dev.dormouse.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash of an entry: SHA-256 over these bytes, in this order.
 *
 * <ol>
 *   <li>the text {@code dormouse-journal-1}
 *   <li>{@code seq}, 8 bytes, the highest first
 *   <li>{@code previous}: the hash of the entry before as text in hexadecimal; 64 zeros for the first entry
 *   <li>{@code made}, microseconds since 1970-01-01T00:00:00Z, 8 bytes
 *   <li>{@code kind}, {@code workflow} as text
 *   <li>{@code case_id}, 8 bytes
 *   <li>{@code subject}, {@code actor}, {@code words}, {@code details} as text
 * </ol>
 *
 * A text is its length in bytes (4 bytes, the highest first) and then its bytes in UTF-8, exactly as the column holds it;
 * so no two different entries have the same bytes, and anyone can check the chain without this program.
 */
final class HashChain {

    /** Hexadecimal digits of a hash. */
    static final int DIGITS = 64;

    private static final String FORM = "dormouse-journal-1";

    private final MessageDigest digest;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    HashChain() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    String hash(StoredEntry entry) {
        text(FORM);
        number(entry.seq());
        text(entry.previous());
        number(entry.made());
        text(entry.kind());
        text(entry.workflow());
        number(entry.caseId());
        text(entry.subject());
        text(entry.actor());
        text(entry.words());
        text(entry.details());
        return HexFormat.of().formatHex(digest.digest());
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(number.clear().putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private void number(long value) {
        digest.update(number.clear().putLong(value).flip());
    }
}
