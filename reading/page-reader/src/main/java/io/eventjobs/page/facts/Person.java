package io.eventjobs.page.facts;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who speaks, as far as something is told of them.
 *
 * @param biography as Markdown; null if there is none
 * @param address of a page about them, absolute
 */
public record Person(String name, @Nullable String affiliation, @Nullable String biography, @Nullable String address) {
    /** The same person, of whom this is told. */
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
