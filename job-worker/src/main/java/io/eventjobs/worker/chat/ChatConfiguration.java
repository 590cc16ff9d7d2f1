package io.eventjobs.worker.chat;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The language model, if one is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChatProperties.class)
public class ChatConfiguration {
    /** An empty environment variable counts as unset. */
    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("!environment.getProperty('event-jobs.chat.url', '').isBlank()")
    ChatClient chatClient(ChatProperties properties, Clock clock) {
        return new ChatClient(properties, clock);
    }
}
