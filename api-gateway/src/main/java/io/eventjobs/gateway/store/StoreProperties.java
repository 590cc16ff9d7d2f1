package io.eventjobs.gateway.store;

import io.eventjobs.artifact.CredentialSource;
import io.eventjobs.artifact.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Access to the object store ({@code event-jobs.s3.*}).
 *
 * @param endpoint scheme, host and port
 * @param accessKey name of the key that requests are signed with, unless the credentials are those of a role
 * @param secretKey that key
 * @param bucket created on first use if it does not exist
 * @param region any name that the store accepts
 * @param credentials {@code keys}, or {@code role} for the temporary keys that the platform gives to the process
 * @param stsEndpoint the service that exchanges a web identity for keys; if unset, that of AWS
 * @param caCertificates PEM file of the authorities that the store's certificate may be signed by; if unset, those that Java trusts
 */
@ConfigurationProperties("event-jobs.s3")
record StoreProperties(
        @DefaultValue("http://127.0.0.1:9000") URI endpoint,
        @DefaultValue("event-jobs") String accessKey,
        @DefaultValue("event-jobs") String secretKey,
        @DefaultValue("event-jobs") String bucket,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("keys") CredentialSource credentials,
        @Nullable URI stsEndpoint,
        @Nullable Path caCertificates) {
    StoreSettings settings() {
        return new StoreSettings(
                endpoint, credentials.credentials(accessKey, secretKey, stsEndpoint), bucket, region, caCertificates);
    }
}
