package dev.dormouse.app;

import dev.dormouse.spi.AccountDetails;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import java.time.Instant;

/**
 * For who writes to nobody, counts nothing and keeps nothing: of a log the instants without what tells one event from
 * another, and of an account nothing where all that a feed tells is an e-mail address. Some feeds have one for everybody,
 * and telling events apart is most of the work of taking in a log.
 */
record NewestAlone(ActivitySink sink) implements ActivitySink {

    @Override
    public void sighting(Sighting sighting) {
        sink.sighting(
                sighting
                                instanceof
                                Sighting.Event(
                                        String account,
                                        Instant at,
                                        ActivityKind kind,
                                        long _,
                                        String entitlement)
                        ? new Sighting.At(account, at, kind, entitlement)
                        : sighting);
    }

    @Override
    public void attributes(AccountRecord account) {
        boolean more = account.remoteId() != null
                || account.created() != null
                || !account.holds().isEmpty()
                || !account.details().equals(AccountDetails.NONE);
        if (more) {
            sink.attributes(account);
        }
    }

    @Override
    public void problem(Problem problem) {
        sink.problem(problem);
    }
}
