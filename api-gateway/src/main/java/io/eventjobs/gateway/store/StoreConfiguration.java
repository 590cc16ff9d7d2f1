package io.eventjobs.gateway.store;

import io.eventjobs.artifact.MinioArtifactStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreProperties.class)
class StoreConfiguration {
    @Bean(destroyMethod = "close")
    BucketCreatingStore artifactStore(StoreProperties properties) {
        return new BucketCreatingStore(new MinioArtifactStore(properties.settings()));
    }
}
