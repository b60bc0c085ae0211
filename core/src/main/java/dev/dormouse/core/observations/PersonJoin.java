package dev.dormouse.core.observations;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How accounts are joined to persons. A person is known by a primary e-mail address; addresses are compared without case.
 *
 * @param from the sources and applications whose lists say who the people are and which addresses they have; without any,
 *     each address is a person
 * @param declared whose some accounts are, whatever their addresses say
 * @param applications whose accounts are joined
 * @param sources whose accounts are joined as well, so that what they saw counts for the person
 */
public record PersonJoin(List<String> from, List<Declared> declared, Set<String> applications, Set<String> sources) {

    public PersonJoin {
        from = List.copyOf(from);
        declared = List.copyOf(declared);
        applications = Set.copyOf(applications);
        sources = Set.copyOf(sources);
    }

    /**
     * Somebody's word that an account belongs to a person.
     *
     * @param owner the application or the source that names the account
     * @param account in lower case
     * @param person an e-mail address, in lower case
     */
    public record Declared(String owner, String account, String person) {

        public Declared {
            account = account.strip().toLowerCase(Locale.ROOT);
            person = person.strip().toLowerCase(Locale.ROOT);
        }
    }
}
