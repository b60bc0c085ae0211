package dev.dormouse.core.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An effect on the world: announced here before it is made, and finished here after it.
 *
 * @param key unique for ever; the remote system sees it where it can
 * @param cases the cases it belongs to; empty for a digest
 * @param payload what is needed to make it again, or to recognise it, as JSON; never a credential
 * @param result null as long as it is not known
 */
public record Intent(
        String key,
        Kind kind,
        String workflow,
        List<Long> cases,
        String payload,
        Instant at,
        @Nullable Result result) {

    public Intent {
        cases = List.copyOf(cases);
    }

    /** What is done. */
    public enum Kind {
        NOTICE,
        STEP,
        RESTORE,
        DIGEST
    }

    /**
     * What came of it.
     *
     * @param word for example {@code sent}, {@code changed}, {@code already-so}, {@code failed}
     * @param remoteId how the remote system calls it; empty where it has no name
     */
    public record Result(String word, String detail, String remoteId, Instant at) {}
}
