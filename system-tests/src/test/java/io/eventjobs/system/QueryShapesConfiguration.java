package io.eventjobs.system;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Lets {@link QueryShapes} hear what the gateway asks of MongoDB; found by Spring Boot on the class path of the tests. */
@AutoConfiguration
class QueryShapesConfiguration {
    @Bean
    MongoClientSettingsBuilderCustomizer queryShapes() {
        return settings -> settings.addCommandListener(QueryShapes.OF_THE_GATEWAY);
    }
}
