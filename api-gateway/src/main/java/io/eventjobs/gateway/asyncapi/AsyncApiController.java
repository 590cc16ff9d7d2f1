package io.eventjobs.gateway.asyncapi;

import io.eventjobs.gateway.kafka.TopicProperties;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the description of the events to everyone, as {@code /openapi.json} is. */
@RestController
@Hidden
class AsyncApiController {
    private final byte[] document;

    AsyncApiController(TopicProperties topics) {
        this.document = new AsyncApiDocument(topics.topics()).yaml().getBytes(StandardCharsets.UTF_8);
    }

    @GetMapping(path = "/asyncapi.yaml", produces = "application/yaml")
    byte[] document() {
        return document;
    }
}
