package io.eventjobs.page.facts;

import io.eventjobs.encoding.Surrogates;
import org.jspecify.annotations.Nullable;

/**
 * A speaker.
 *
 * @param biography as Markdown; null if there is none
 * @param address absolute address of a page about them
 */
public record Person(String name, @Nullable String affiliation, @Nullable String biography, @Nullable String address) {
    public Person {
        name = Surrogates.replaceUnpaired(name);
        affiliation = whole(affiliation);
        biography = whole(biography);
        address = whole(address);
    }

    private static @Nullable String whole(@Nullable String text) {
        return text == null ? null : Surrogates.replaceUnpaired(text);
    }

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
