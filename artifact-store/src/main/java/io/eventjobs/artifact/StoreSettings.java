package io.eventjobs.artifact;

import java.net.URI;

/**
 * Address of and access to the object store.
 *
 * @param endpoint URL of scheme, host and port only
 * @param region any name that the store accepts; {@code us-east-1} for MinIO and S3Proxy
 */
public record StoreSettings(URI endpoint, String accessKey, String secretKey, String bucket, String region) {}
