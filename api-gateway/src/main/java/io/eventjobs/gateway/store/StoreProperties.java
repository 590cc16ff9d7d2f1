package io.eventjobs.gateway.store;

import io.eventjobs.artifact.StoreSettings;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Access to the object store ({@code event-jobs.s3.*}).
 *
 * @param endpoint scheme, host and port
 * @param bucket created on first use if it does not exist
 * @param region any name that the store accepts
 */
@ConfigurationProperties("event-jobs.s3")
record StoreProperties(
        @DefaultValue("http://127.0.0.1:9000") URI endpoint,
        @DefaultValue("event-jobs") String accessKey,
        @DefaultValue("event-jobs") String secretKey,
        @DefaultValue("event-jobs") String bucket,
        @DefaultValue("us-east-1") String region) {
    StoreSettings settings() {
        return new StoreSettings(endpoint, accessKey, secretKey, bucket, region);
    }
}
