package dev.dormouse.core.workflow;

import dev.dormouse.core.sets.SetAction;

/** Where the result of a judgement is kept as a set, instead of review and removal. */
public record Output(Place place, SetAction action) {

    /** The set as the document writes it. */
    @Override
    public String toString() {
        return place.toString();
    }

    /** What the set is kept in. */
    public sealed interface Place {

        /** The name of the set where it is kept. */
        String set();
    }

    /** A list of logins, one a line. */
    public record ListFile(String name) implements Place {

        static final String PREFIX = "file:";

        @Override
        public String set() {
            return name;
        }

        @Override
        public String toString() {
            return PREFIX + name;
        }
    }

    /** A team of the application. */
    public record Team(String application, String name) implements Place {

        static final String INFIX = ":team:";

        @Override
        public String set() {
            return name;
        }

        @Override
        public String toString() {
            return application + INFIX + name;
        }
    }
}
