package io.eventjobs.gateway.batchaction;

import io.eventjobs.gateway.recovery.Recovery;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BatchActionConfiguration {
    @Bean
    Recovery.BulkActions bulkActions(BatchIntents intents) {
        return intents::carryOut;
    }
}
