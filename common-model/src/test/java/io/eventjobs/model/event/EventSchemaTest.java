package io.eventjobs.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas, compared with version 1: the copies in {@code events/v1/schema/} are never changed. */
class EventSchemaTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Properties whose meaning depends on the type of event. */
    private static final Set<String> TOLD_BY_EACH = Set.of("status", "active", "error_code", "error_message");

    private final EventSchemas schemas = new EventSchemas();

    @ParameterizedTest
    @EnumSource
    void everyTypeHasASchemaUnderTheNameThatItsEventsGive(EventType type) {
        JsonNode schema = schema(type);

        assertThat(schema.path("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("$id").asString())
                .isEqualTo(EventSchema.current(type).uri());
        assertThat(schema.path("title").asString()).isNotBlank();
        assertThat(schema.path("description").asString()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void aSchemaIsOpenAndDescribesEveryPropertyAndEachThatItRequires(EventType type) {
        JsonNode schema = schema(type);

        assertThat(schema.path("additionalProperties").asBoolean()).isTrue();
        assertThat(schema.path("properties")).isNotEmpty().allSatisfy(property -> {
            assertThat(property.path("description").asString()).isNotBlank();
            assertThat(property.path("type").asString()).isNotBlank();
        });
        assertThat(schema.path("required")).isNotEmpty().allSatisfy(name -> assertThat(
                        schema.path("properties").has(name.asString()))
                .as(name.asString())
                .isTrue());
    }

    @Test
    void aPropertyMeansTheSameInEveryEvent() {
        Map<String, Set<JsonNode>> meanings = new HashMap<>();
        Arrays.stream(EventType.values())
                .flatMap(type -> schema(type).path("properties").properties().stream())
                .filter(property -> !TOLD_BY_EACH.contains(property.getKey()))
                .forEach(property -> meanings.computeIfAbsent(unit(property), fresh -> new HashSet<>())
                        .add(property.getValue()));

        assertThat(meanings)
                .allSatisfy((name, told) -> assertThat(told).as(name).hasSize(1));
    }

    /** A batch's id is the subject of its own events, but a property in those of a job. */
    private static String unit(Map.Entry<String, JsonNode> property) {
        boolean subject = property.getValue().path("description").asString().contains("the subject of the event");
        return property.getKey() + (subject ? ", the subject" : "");
    }

    @ParameterizedTest
    @EnumSource
    void everyEventOfVersion1ConformsToTheCurrentSchema(EventType type) {
        String data = JSON.readTree(EventSchemas.text("events/v1/" + type.word() + ".json"))
                .path("value")
                .toString();

        assertThat(schemas.faults(new EventSchema(type, 1), data)).isEmpty();
        assertThat(schemas.faults(frozen(type), data)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theCurrentSchemaIsCompatibleWithVersion1(EventType type) {
        assertThat(SchemaEvolution.broken(
                        JSON.readTree(EventSchemas.text(frozen(type))),
                        JSON.readTree(EventSchemas.text(new EventSchema(type, 1).resource()))))
                .isEmpty();
    }

    @Test
    void aPropertyThatIsNoLongerRequiredIsIncompatible() {
        ObjectNode changed = schema(EventType.JOB_FAILED);
        changed.withArray("required").remove(0);

        assertThat(SchemaEvolution.broken(schema(EventType.JOB_FAILED), changed))
                .containsExactly("job_id is required no more");
    }

    @Test
    void aRemovedPropertyIsIncompatible() {
        ObjectNode changed = schema(EventType.JOB_FAILED);
        ((ObjectNode) changed.path("properties")).remove("event");

        assertThat(SchemaEvolution.broken(schema(EventType.JOB_FAILED), changed))
                .containsExactly("event is gone");
    }

    @Test
    void aPropertyOfAnotherTypeBreaksAPromise() {
        ObjectNode changed = schema(EventType.JOB_FAILED);
        ((ObjectNode) changed.path("properties").path("percent")).put("type", "string");

        assertThat(SchemaEvolution.broken(schema(EventType.JOB_FAILED), changed))
                .singleElement()
                .asString()
                .startsWith("percent was");
    }

    @Test
    void aClosedSchemaBreaksAPromise() {
        ObjectNode changed = schema(EventType.JOB_FAILED).put("additionalProperties", false);

        assertThat(SchemaEvolution.broken(schema(EventType.JOB_FAILED), changed))
                .containsExactly("it allows no further properties");
    }

    @Test
    void aNewPropertyAndBetterWordsBreakNone() {
        ObjectNode changed = schema(EventType.JOB_FAILED);
        ObjectNode properties = (ObjectNode) changed.path("properties");
        properties.putObject("invented_later").put("type", "string");
        ((ObjectNode) properties.path("percent")).put("description", "In better words.");

        assertThat(SchemaEvolution.broken(schema(EventType.JOB_FAILED), changed))
                .isEmpty();
    }

    @Test
    void dataThatViolatesTheSchemaIsDetected() {
        assertThat(schemas.faults(EventSchema.current(EventType.BATCH_CREATED), "{\"batch_id\": \"../etc\"}"))
                .anyMatch(fault -> fault.contains("batch_name"))
                .anyMatch(fault -> fault.contains("pattern"));
    }

    private static String frozen(EventType type) {
        return "events/v1/schema/" + type.word() + ".json";
    }

    private static ObjectNode schema(EventType type) {
        return (ObjectNode)
                JSON.readTree(EventSchemas.text(EventSchema.current(type).resource()));
    }
}
