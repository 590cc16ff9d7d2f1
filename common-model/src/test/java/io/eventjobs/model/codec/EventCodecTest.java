package io.eventjobs.model.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.event.EventSchemas;
import io.eventjobs.model.event.EventType;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.event.ReceivedEvent;
import io.eventjobs.model.job.TenantId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The golden files in {@code events/v1/} represent events published by released gateways and are never changed. */
class EventCodecTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final TenantId TENANT = new TenantId("acme");

    private final EventCodec codec = new EventCodec();

    static Stream<PublicEvent> events() {
        return EventsOfVersion1.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventOfVersion1IsReadForEver(PublicEvent event) {
        ReceivedEvent received = read(golden(event.type()));

        assertThat(received.id()).isEqualTo(event.id());
        assertThat(received.knownType()).contains(event.type());
        assertThat(received.subject()).isEqualTo(event.subject());
        assertThat(received.sequence()).isEqualTo(event.sequence());
        assertThat(received.time()).isEqualTo(event.time());
        assertThat(received.data()).isEqualTo(JSON.valueToTree(event.data()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsWrittenAsInItsGoldenFile(PublicEvent event) {
        ObjectNode golden = golden(event.type());

        ObjectNode headers = JSON.valueToTree(codec.headers(TENANT, event));
        // Added later; nothing else may change.
        assertThat(headers.remove("ce_tenant").asString()).isEqualTo("acme");
        assertThat(headers).isEqualTo(golden.path("headers"));
        assertThat(JSON.readTree(codec.value(event))).isEqualTo(golden.path("value"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theAttributesAreThoseOfCloudEvents(PublicEvent event) {
        Map<String, String> headers = codec.headers(TENANT, event);

        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", event.type().word())
                .containsEntry("ce_subject", event.subject())
                .containsEntry("content-type", "application/json");
        assertThat(URI.create(headers.get("ce_source"))).as("a URI reference").isNotNull();
        assertThat(URI.create(headers.get("ce_dataschema")).isAbsolute()).isTrue();
        assertThat(headers.get("ce_dataschema")).endsWith(":v1");
        assertThat(OffsetDateTime.parse(headers.get("ce_time")).toInstant()).isEqualTo(event.time());
        assertThat(headers.keySet()).allMatch(name -> name.matches("ce_[a-z0-9]{1,20}|content-type"));
    }

    @ParameterizedTest
    @EnumSource
    void aFieldAndAnAttributeOfANewerProgramAreKept(EventType type) {
        ObjectNode grown = golden(type);
        ((ObjectNode) grown.path("headers")).put("ce_inventedlater", "yes").put("traceparent", "00-1");
        ((ObjectNode) grown.path("value")).put("invented_later", 7);

        ObjectNode structured = read(grown).structured();

        assertThat(structured.path("inventedlater").asString()).isEqualTo("yes");
        assertThat(structured.path("data").path("invented_later").asInt()).isEqualTo(7);
        assertThat(structured.has("traceparent")).isFalse();
    }

    @Test
    void anEventNamesItsTenant() {
        ObjectNode message = golden(EventType.JOB_CREATED);
        ((ObjectNode) message.path("headers")).put("ce_tenant", "acme");

        assertThat(read(message).tenant()).isEqualTo(TENANT);
    }

    @Test
    void anEventFromBeforeThereWereTenantsBelongsToTheFirst() {
        assertThat(read(golden(EventType.JOB_CREATED)).tenant()).isEqualTo(new TenantId("default"));
    }

    @Test
    void aTypeOfANewerVersionIsReadAsUnknown() {
        ObjectNode unknown = golden(EventType.JOB_CREATED);
        ((ObjectNode) unknown.path("headers")).put("ce_type", "job.translated");

        ReceivedEvent received = read(unknown);

        assertThat(received.type()).isEqualTo("job.translated");
        assertThat(received.knownType()).isEmpty();
    }

    @Test
    void anEventIsOneJsonObjectInStructuredMode() {
        ObjectNode structured = read(golden(EventType.JOB_PROGRESSED)).structured();

        assertThat(structured.propertyNames())
                .containsExactly(
                        "specversion",
                        "id",
                        "source",
                        "type",
                        "subject",
                        "time",
                        "sequence",
                        "dataschema",
                        "datacontenttype",
                        "data");
        assertThat(structured.path("sequence").isIntegralNumber()).isTrue();
        assertThat(structured.path("dataschema").asString()).isEqualTo("urn:event-jobs:events:job.progressed:v1");
        assertThat(structured.path("data").isObject()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "ce_sequence"})
    void aMissingRequiredAttributeIsNamedInTheReason(String header) {
        ObjectNode message = golden(EventType.JOB_CREATED);
        ((ObjectNode) message.path("headers")).remove(header);

        assertThat(decoded(message))
                .isInstanceOfSatisfying(Decoded.Undecodable.class, undecodable -> assertThat(undecodable.reason())
                        .contains(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_time=yesterday", "ce_sequence=1.5", "ce_sequence=", "ce_specversion=2.0"})
    void anAttributeThatCannotBeReadIsSaid(String nameAndText) {
        String[] header = nameAndText.split("=", -1);
        ObjectNode message = golden(EventType.JOB_CREATED);
        ((ObjectNode) message.path("headers")).put(header[0], header[1]);

        assertThat(decoded(message)).isInstanceOf(Decoded.Undecodable.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "null", "[]", "7", "{", "\"text\""})
    void dataOtherThanAJsonObjectIsReportedAndNotThrown(String text) {
        byte[] value = text == null ? null : text.getBytes(StandardCharsets.UTF_8);

        assertThat(codec.read(headers(golden(EventType.JOB_CREATED)), value)).isInstanceOf(Decoded.Undecodable.class);
    }

    @Property(tries = 100)
    void noHeadersAndNoBytesMakeTheReaderThrow(@ForAll Map<String, String> headers, @ForAll byte[] value) {
        assertThat(codec.read(headers, value)).isNotNull();
    }

    private ReceivedEvent read(ObjectNode message) {
        Decoded<ReceivedEvent> decoded = decoded(message);
        assertThat(decoded).isInstanceOf(Decoded.Message.class);
        return ((Decoded.Message<ReceivedEvent>) decoded).value();
    }

    private Decoded<ReceivedEvent> decoded(ObjectNode message) {
        return codec.read(headers(message), JSON.writeValueAsBytes(message.path("value")));
    }

    private static Map<String, String> headers(ObjectNode message) {
        Map<String, String> headers = new LinkedHashMap<>();
        message.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString()));
        return headers;
    }

    private static ObjectNode golden(EventType type) {
        return (ObjectNode) JSON.readTree(EventSchemas.text("events/v1/" + type.word() + ".json"));
    }
}
