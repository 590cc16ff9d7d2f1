package io.eventjobs.artifact;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Address of and access to the object store.
 *
 * @param endpoint URL of scheme, host and port only
 * @param region any name that the store accepts; {@code us-east-1} for MinIO and S3Proxy
 * @param caCertificates PEM file of the authorities that are trusted; null for those that Java trusts
 */
public record StoreSettings(
        URI endpoint, StoreCredentials credentials, String bucket, String region, @Nullable Path caCertificates) {
    /** With the authorities that Java trusts. */
    public StoreSettings(URI endpoint, StoreCredentials credentials, String bucket, String region) {
        this(endpoint, credentials, bucket, region, null);
    }

    /** Access with a key pair. */
    public StoreSettings(URI endpoint, String accessKey, String secretKey, String bucket, String region) {
        this(endpoint, new StoreCredentials.Keys(accessKey, secretKey), bucket, region);
    }
}
