package io.eventjobs.gateway.mongo;

import com.mongodb.client.MongoClient;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** MongoDB settings of the gateway: calls fail fast, so that requests are answered with 503. */
@Configuration(proxyBeanMethods = false)
class MongoConfiguration {
    private static final int SELECTION_SECONDS = 3;
    private static final int CONNECT_SECONDS = 2;
    private static final int READ_SECONDS = 20;

    @Bean
    MongoRefusals mongoRefusals(MongoClient client) {
        return new MongoRefusals(() -> client.getClusterDescription().getServerDescriptions());
    }

    @Bean
    MongoClientSettingsBuilderCustomizer mongoTimeouts() {
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(READ_SECONDS, TimeUnit.SECONDS));
    }
}
