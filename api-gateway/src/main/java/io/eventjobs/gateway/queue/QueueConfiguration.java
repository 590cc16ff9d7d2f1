package io.eventjobs.gateway.queue;

import io.eventjobs.gateway.kafka.TopicProperties;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QueueConfiguration {
    @Bean
    TopicLags topicLags(KafkaProperties kafka, TopicProperties topics) {
        return new TopicLags(() -> Admin.create(kafka.buildAdminProperties()), topics.topics());
    }
}
