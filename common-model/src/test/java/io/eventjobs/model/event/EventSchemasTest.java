package io.eventjobs.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was promised of version 1 holds for ever: the frozen schemas are never changed, the others only as they allow. */
class EventSchemasTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @ParameterizedTest
    @EnumSource(EventType.class)
    void eachTypeHasASchemaThatDescribesEveryField(EventType type) throws IOException {
        JsonNode schema = current(type);

        assertThat(schema.path("$id").asString()).isEqualTo("/event-jobs/events/" + type.word() + "/v1");
        assertThat(schema.path("properties").isEmpty()).isFalse();
        schema.path("properties")
                .forEach(field ->
                        assertThat(field.path("description").asString("")).isNotBlank());
        assertThat(schema.has("additionalProperties")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void whatWasAlwaysThereStaysThereAndKeepsItsType(EventType type) throws IOException {
        JsonNode frozen = read("/v1/events/" + type.word() + ".schema.json");
        JsonNode schema = current(type);

        frozen.path("required")
                .forEach(name -> assertThat(schema.path("required")).contains(name));
        frozen.path("properties").propertyStream().forEach(field -> {
            JsonNode now = schema.path("properties").path(field.getKey());
            assertThat(now.path("type"))
                    .as(field.getKey())
                    .isEqualTo(field.getValue().path("type"));
            assertThat(now.path("enum"))
                    .as(field.getKey())
                    .isEqualTo(field.getValue().path("enum"));
        });
    }

    private static JsonNode current(EventType type) throws IOException {
        return read("/event-jobs/events/" + type.word() + "/v1.json");
    }

    private static JsonNode read(String place) throws IOException {
        try (InputStream in = EventSchemasTest.class.getResourceAsStream(place)) {
            return MAPPER.readTree(Objects.requireNonNull(in, place).readAllBytes());
        }
    }
}
