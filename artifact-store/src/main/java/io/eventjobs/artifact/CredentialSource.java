package io.eventjobs.artifact;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where configuration says that credentials come from ({@code event-jobs.s3.credentials}). */
public enum CredentialSource {
    /** The configured key pair. */
    KEYS,
    /** The role that the platform gives to the process: {@link StoreCredentials.Role}. */
    ROLE;

    /** @param stsEndpoint used by {@link #ROLE} only */
    public StoreCredentials credentials(String accessKey, String secretKey, @Nullable URI stsEndpoint) {
        return switch (this) {
            case KEYS -> new StoreCredentials.Keys(accessKey, secretKey);
            case ROLE -> new StoreCredentials.Role(stsEndpoint);
        };
    }
}
