package io.eventjobs.gateway.key;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the holder of a key may do; each role may do what the ones before it may. */
public enum Role {
    /** Reads what belongs to its tenant. */
    VIEWER,
    /** Creates and changes what belongs to its tenant. */
    SUBMITTER,
    /** Operates the installation, and sees all tenants. */
    OPERATOR;

    /** The name in the API, in records and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that name, if there is one. */
    public static Optional<Role> find(String word) {
        return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** Whether this role may do what needs the other one. */
    public boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }
}
