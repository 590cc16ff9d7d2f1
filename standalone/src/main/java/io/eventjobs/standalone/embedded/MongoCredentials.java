package io.eventjobs.standalone.embedded;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The credentials of the server with MongoDB's wire protocol. */
record MongoCredentials(String user, String password) {
    private static final int RANDOM_BYTES = 32;

    /** New credentials with a random password. */
    static MongoCredentials generated() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return new MongoCredentials("event-jobs", HexFormat.of().formatHex(random));
    }

    /** What stands before the address in a connection string. */
    String userInfo() {
        return user + ":" + password + "@";
    }

    /** Is printed in faults of configuration; the password must not be. */
    @Override
    public String toString() {
        return "MongoCredentials[user=" + user + "]";
    }
}
