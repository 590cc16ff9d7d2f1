package io.eventjobs.system;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Registers {@link QueryShapes} as a listener of the gateway's MongoDB commands; found by Spring Boot on the tests' class path. */
@AutoConfiguration
class QueryShapesConfiguration {
    @Bean
    MongoClientSettingsBuilderCustomizer queryShapes() {
        return settings -> settings.addCommandListener(QueryShapes.OF_THE_GATEWAY);
    }
}
