package io.eventjobs.artifact;

import java.net.URI;

/**
 * Address of and access to the object store.
 *
 * @param endpoint URL of scheme, host and port only
 * @param region any name that the store accepts; {@code us-east-1} for MinIO and S3Proxy
 */
public record StoreSettings(URI endpoint, StoreCredentials credentials, String bucket, String region) {
    /** Access with a key pair. */
    public StoreSettings(URI endpoint, String accessKey, String secretKey, String bucket, String region) {
        this(endpoint, new StoreCredentials.Keys(accessKey, secretKey), bucket, region);
    }
}
