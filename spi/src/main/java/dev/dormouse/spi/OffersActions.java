package dev.dormouse.spi;

import java.util.List;

/** Capability: things that can be done to accounts. */
public interface OffersActions {

    List<Action> actions();
}
