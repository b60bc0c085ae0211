package dev.dormouse.observations;

import dev.dormouse.core.observations.Observations;
import dev.dormouse.testkit.TrinoServer;

class TrinoIntakeTest extends IntakeContract {

    @Override
    Observations empty() {
        return TrinoObservations.at(TrinoServer.emptySchema());
    }
}
