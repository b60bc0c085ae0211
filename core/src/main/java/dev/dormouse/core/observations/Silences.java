package dev.dormouse.core.observations;

import java.util.List;
import java.util.Set;

/**
 * What the sources have not seen.
 *
 * @param heard those that saw any activity of any listed account at all
 * @param ofKinds since when a source has seen nothing of a kind of accounts; ordered
 */
public record Silences(Set<Signal> heard, List<Silence> ofKinds) {

    public Silences {
        heard = Set.copyOf(heard);
        ofKinds = List.copyOf(ofKinds);
    }

    /** One source, for one application. */
    public record Signal(String source, String application) {}
}
