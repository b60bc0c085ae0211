package dev.dormouse.core.config;

import dev.dormouse.core.observations.PersonJoin.Declared;
import java.util.List;

/**
 * How accounts are joined to persons.
 *
 * @param from the sources and applications whose lists say who the people are; empty where each address is a person
 * @param declared whose some accounts are
 */
public record PersonsConfig(List<String> from, List<Declared> declared) {

    /** Where nothing is written: by e-mail address alone. */
    public static final PersonsConfig NONE = new PersonsConfig(List.of(), List.of());

    public PersonsConfig {
        from = List.copyOf(from);
        declared = List.copyOf(declared);
    }
}
