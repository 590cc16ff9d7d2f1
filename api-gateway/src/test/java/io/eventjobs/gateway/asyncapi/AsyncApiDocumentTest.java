package io.eventjobs.gateway.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.codec.EventCodec;
import io.eventjobs.model.event.EventSchema;
import io.eventjobs.model.event.EventType;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.protocol.Topics;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AsyncApiDocumentTest {
    private final JsonNode document = JsonMapper.shared()
            .valueToTree(new Load(LoadSettings.builder().build())
                    .loadFromString(new AsyncApiDocument(new Topics("mine")).yaml()));

    @Test
    void namesTheConfiguredTopics() {
        assertThat(document.at("/asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(document.at("/channels/events/address").asString()).isEqualTo("mine.events");
        assertThat(document.at("/channels/deadLetters/address").asString()).isEqualTo("mine.dead-letters");
    }

    @ParameterizedTest
    @EnumSource
    void describesTheHeadersThatEachTypeIsPublishedWith(EventType type) {
        PublicEvent event = PublicEvent.of(type, "job-1", 7, Instant.EPOCH, Map.of());

        JsonNode headers = message(type).at("/headers/properties");

        assertThat(headers.propertyNames())
                .containsExactlyElementsOf(
                        new EventCodec().headers(Jobs.TENANT, event).keySet());
        new EventCodec().headers(Jobs.TENANT, event).forEach((name, value) -> {
            JsonNode header = headers.path(name);
            if (header.has("const")) {
                assertThat(header.path("const").asString()).isEqualTo(value);
            } else {
                assertThat(value).matches(header.path("pattern").asString());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void containsTheSchemaOfEachType(EventType type) {
        JsonNode payload = message(type).path("payload");

        assertThat(payload.path("$id").asString())
                .isEqualTo(EventSchema.current(type).uri());
        assertThat(payload.path("properties").size()).isGreaterThan(2);
    }

    private JsonNode message(EventType type) {
        for (JsonNode reference : document.at("/channels/events/messages")) {
            JsonNode message = document.at(reference.path("$ref").asString().substring(1));
            if (message.path("name").asString().equals(type.word())) {
                return message;
            }
        }
        throw new AssertionError("no message " + type.word());
    }
}
