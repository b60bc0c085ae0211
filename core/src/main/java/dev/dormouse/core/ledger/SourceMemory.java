package dev.dormouse.core.ledger;

import java.time.Instant;

/**
 * What is remembered of a source from pass to pass, to notice that it suddenly delivers less, or the same old file again.
 *
 * @param usualRecords how many records it usually delivers; 0 for not known, then the next reading is the usual one
 * @param fingerprint of the content that was read last
 * @param firstSeen when that content was read for the first time: it cannot be newer than that
 */
public record SourceMemory(
        String source, String application, long usualRecords, String fingerprint, Instant firstSeen) {

    public SourceMemory withoutUsual() {
        return new SourceMemory(source, application, 0, fingerprint, firstSeen);
    }
}
