package dev.dormouse.app;

import dev.dormouse.core.config.ApplicationConfig;
import dev.dormouse.core.config.Configuration;
import dev.dormouse.core.config.SourceConfig;
import dev.dormouse.core.observations.PersonJoin;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.Workflow;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What it takes to join accounts to persons, as far as some workflows count by person.
 *
 * @param join whose accounts, and by which lists
 * @param lists sources that say who the people are
 * @param listings applications whose accounts say who the people are
 */
record Persons(PersonJoin join, Set<String> lists, Set<String> listings) {

    static Persons of(Configuration configuration, List<Workflow> workflows) {
        Set<String> applications = new TreeSet<>();
        Set<String> sources = new TreeSet<>();
        for (Workflow workflow : workflows) {
            for (SourceRule rule : workflow.selection().sources()) {
                if (rule.matchesPersons()) {
                    sources.add(rule.source());
                    workflow.applications().stream().filter(rule::appliesTo).forEach(applications::add);
                }
            }
        }
        List<String> from = configuration.persons().from();
        Set<String> lists = new TreeSet<>(from);
        lists.retainAll(configuration.sources().stream().map(SourceConfig::name).toList());
        Set<String> listings = new TreeSet<>(from);
        listings.retainAll(configuration.applications().stream()
                .map(ApplicationConfig::name)
                .toList());
        return sources.isEmpty()
                ? new Persons(new PersonJoin(List.of(), List.of(), Set.of(), Set.of()), Set.of(), Set.of())
                : new Persons(
                        new PersonJoin(from, configuration.persons().declared(), applications, sources),
                        lists,
                        listings);
    }

    /** Whether anything counts by person. */
    boolean count() {
        return !join.sources().isEmpty();
    }
}
