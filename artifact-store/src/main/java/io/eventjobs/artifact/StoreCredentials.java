package io.eventjobs.artifact;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How a process proves to the object store who it is. */
public sealed interface StoreCredentials {

    /** A key pair that does not expire. */
    record Keys(String accessKey, String secretKey) implements StoreCredentials {
        /** Without the secret, since settings are logged. */
        @Override
        public String toString() {
            return "Keys[accessKey=" + accessKey + "]";
        }
    }

    /**
     * Temporary keys of the role that the platform gives to the process, found as the AWS SDKs find them: by web identity
     * ({@code AWS_WEB_IDENTITY_TOKEN_FILE}, {@code AWS_ROLE_ARN}), else from the container's credentials
     * ({@code AWS_CONTAINER_CREDENTIALS_FULL_URI} or {@code _RELATIVE_URI}), else from the machine's metadata. They are renewed
     * before they expire.
     *
     * @param stsEndpoint the service that exchanges a web identity for keys, such as a MinIO server; null for that of AWS
     */
    record Role(@Nullable URI stsEndpoint) implements StoreCredentials {}
}
