package dev.dormouse.app;

import dev.dormouse.engine.Progress;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Patience;
import dev.dormouse.spi.Reaction;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Repeats reading calls: after a rate limit as late as the system asks for, up to {@link #LONGEST}; after a failure of
 * the system itself with growing pauses. Five attempts in all.
 */
final class RemotePatience implements Patience {

    /** Whoever asks for more than that is asked again at the next pass. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final int ATTEMPTS = 5;

    private final RetryPolicy<Object> policy;

    RemotePatience(Progress progress, Duration firstPause) {
        this.policy = RetryPolicy.builder()
                .handleIf(failure -> failure instanceof ConnectorException e && isWorthAnother(e.reaction()))
                .withMaxAttempts(ATTEMPTS)
                .withBackoff(firstPause, firstPause.multipliedBy(32))
                .withDelayFn(RemotePatience::delay)
                .onRetryScheduled(
                        event -> progress.doing("waiting " + event.getDelay().toSeconds() + " s: "
                                + event.getLastException().getMessage()))
                .build();
    }

    @Override
    public <T> T read(Supplier<T> call) {
        return Failsafe.with(policy).get(call::get);
    }

    /** Negative: the growing pause of the policy. */
    private static Duration delay(dev.failsafe.ExecutionContext<Object> context) {
        return context.getLastException() instanceof ConnectorException e
                        && e.reaction() instanceof Reaction.RetryAfter later
                ? later.delay()
                : Duration.ofNanos(-1);
    }

    private static boolean isWorthAnother(Reaction reaction) {
        return switch (reaction) {
            case Reaction.RetryAfter later -> later.delay().compareTo(LONGEST) <= 0;
            case Reaction.Unavailable unavailable -> true;
            case Reaction.Forbidden forbidden -> false;
            case Reaction.Gone gone -> false;
            case Reaction.Invalid invalid -> false;
        };
    }
}
