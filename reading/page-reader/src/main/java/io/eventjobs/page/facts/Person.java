package io.eventjobs.page.facts;

import org.jspecify.annotations.Nullable;

/**
 * A speaker.
 *
 * @param biography as Markdown; null if there is none
 * @param address absolute address of a page about them
 */
public record Person(String name, @Nullable String affiliation, @Nullable String biography, @Nullable String address) {
    /** The same person with another biography. */
    Person withBiography(String other) {
        return new Person(name, affiliation, other, address);
    }

    boolean isMoreThanName() {
        return affiliation != null || biography != null;
    }

    Person named(String other) {
        return new Person(other, affiliation, biography, address);
    }
}
