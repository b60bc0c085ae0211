package dev.dormouse.testkit;

import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a feed reports, in order. */
public final class RecordingSink implements ActivitySink {

    private final List<Sighting> sightings = new ArrayList<>();
    private final List<AccountRecord> accounts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    @Override
    public void sighting(Sighting sighting) {
        sightings.add(sighting);
    }

    @Override
    public void attributes(AccountRecord account) {
        accounts.add(account);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    public List<Sighting> sightings() {
        return List.copyOf(sightings);
    }

    public List<AccountRecord> accounts() {
        return List.copyOf(accounts);
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
