package io.eventjobs.artifact;

import java.net.URI;

/**
 * How to reach the object store.
 *
 * @param endpoint scheme, host, port
 * @param region any name that the store accepts; {@code us-east-1} for MinIO and S3Proxy
 */
public record StoreSettings(URI endpoint, String accessKey, String secretKey, String bucket, String region) {}
