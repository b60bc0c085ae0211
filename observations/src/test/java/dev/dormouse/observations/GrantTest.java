package dev.dormouse.observations;

import dev.dormouse.core.observations.Observations;

class GrantTest extends GrantContract {

    @Override
    Observations empty() {
        return DuckDbObservations.inMemory();
    }
}
