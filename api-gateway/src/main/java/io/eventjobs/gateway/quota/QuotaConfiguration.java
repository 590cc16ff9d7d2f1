package io.eventjobs.gateway.quota;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.mongo.QueueStatistics;
import io.eventjobs.gateway.mongo.StorageRecords;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuotaProperties.class)
class QuotaConfiguration {
    @Bean
    RequestRates requestRates(QuotaProperties properties, Ticker ticker) {
        return new RequestRates(properties.requestsPerSecond(), properties.requestBurst(), ticker);
    }

    @Bean
    RunningLimit runningLimit(QuotaProperties properties) {
        return new RunningLimit(properties.runningJobs());
    }

    @Bean
    TenantQuotas tenantQuotas(
            QueueStatistics queue, StorageRecords storage, QuotaProperties properties, Ticker ticker) {
        return new TenantQuotas(
                queue,
                storage,
                properties.unfinishedJobs(),
                properties.storedSize().toBytes(),
                ticker);
    }
}
