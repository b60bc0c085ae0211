package dev.dormouse.observations;

import dev.dormouse.core.observations.Observations;

class IntakeTest extends IntakeContract {

    @Override
    Observations empty() {
        return DuckDbObservations.inMemory();
    }
}
