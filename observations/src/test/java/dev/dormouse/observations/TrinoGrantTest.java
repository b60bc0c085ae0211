package dev.dormouse.observations;

import dev.dormouse.core.observations.Observations;
import dev.dormouse.testkit.TrinoServer;

class TrinoGrantTest extends GrantContract {

    @Override
    Observations empty() {
        return TrinoObservations.at(TrinoServer.emptySchema());
    }
}
