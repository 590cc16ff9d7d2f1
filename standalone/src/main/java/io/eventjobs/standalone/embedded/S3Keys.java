package io.eventjobs.standalone.embedded;

import java.util.UUID;

/** The credentials of the embedded S3 server. */
public record S3Keys(String accessKey, String secretKey) {
    /** New credentials with a random secret key. */
    public static S3Keys generated() {
        return new S3Keys("event-jobs", UUID.randomUUID().toString());
    }
}
