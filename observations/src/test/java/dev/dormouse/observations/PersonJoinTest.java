package dev.dormouse.observations;

import dev.dormouse.core.observations.Observations;

class PersonJoinTest extends PersonJoinContract {

    @Override
    Observations empty() {
        return DuckDbObservations.inMemory();
    }
}
