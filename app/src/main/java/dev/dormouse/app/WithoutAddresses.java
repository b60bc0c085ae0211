package dev.dormouse.app;

import dev.dormouse.spi.AccountDetails;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;

/**
 * Leaves out what a feed tells about an account where it is but an e-mail address. Who writes to nobody and asks for no
 * address needs none, and some feeds have one for everybody: a fifth of the work of a scan.
 */
record WithoutAddresses(ActivitySink sink) implements ActivitySink {

    @Override
    public void sighting(Sighting sighting) {
        sink.sighting(sighting);
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
