package dev.dormouse.observations;

import dev.dormouse.core.observations.Observations;

class TrinoGrantTest extends GrantContract {

    @Override
    Observations empty() {
        return TrinoObservations.at(TrinoServer.emptySchema());
    }
}
