package io.eventjobs.model.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The golden files in {@code v1/} represent messages written by released programs and are never changed. */
class MessageCodecTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Stream<Version1.Kind<?>> kinds() {
        return Version1.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aMessageOfVersion1IsReadForEver(Version1.Kind<?> kind) {
        assertThat(decoded(kind, golden(kind))).isEqualTo(tree(kind.message()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aMessageIsWrittenAsInItsGoldenFile(Version1.Kind<?> kind) {
        assertThat(JSON.readTree(encoded(kind))).isEqualTo(golden(kind));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void fieldsOfANewerProgramAreIgnored(Version1.Kind<?> kind) {
        ObjectNode grown = withNewFields(golden(kind));
        assertThat(decoded(kind, grown)).isEqualTo(decoded(kind, golden(kind)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aVersionThatMeansSomethingElseIsRefusedByItsNumber(Version1.Kind<?> kind) {
        ObjectNode next = golden(kind);
        next.put("version", MessageCodec.VERSION + 1);
        assertThat(kind.codec().decode(bytes(next)))
                .isInstanceOfSatisfying(Decoded.Undecodable.class, undecodable -> assertThat(undecodable.reason())
                        .startsWith("unsupported version: " + (MessageCodec.VERSION + 1)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aMessageWithoutAFieldItNeedsIsRefused(Version1.Kind<?> kind) {
        ObjectNode empty = JSON.createObjectNode().put("version", 1);
        assertThat(kind.codec().decode(bytes(empty))).isInstanceOf(Decoded.Undecodable.class);
    }

    @Test
    void everyKindOfMessageHasAGoldenFile() {
        Stream<Class<?>> sealed = Stream.of(Report.class, Control.class).flatMap(MessageCodecTest::kindsOf);
        assertThat(Version1.all().<Class<?>>map(kind -> kind.message().getClass()))
                .containsAll(Stream.concat(sealed, Stream.<Class<?>>of(JobCommand.class))
                        .toList());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "null", "[]", "7", "\"text\"", "{", "{}", "{\"version\":0}", "{\"version\":\"x\"}"})
    void anInvalidMessageIsReportedAndNotThrown(String text) {
        byte[] bytes = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        assertThat(MessageCodec.commands().decode(bytes)).isInstanceOf(Decoded.Undecodable.class);
        assertThat(MessageCodec.reports().decode(bytes)).isInstanceOf(Decoded.Undecodable.class);
        assertThat(MessageCodec.controls().decode(bytes)).isInstanceOf(Decoded.Undecodable.class);
    }

    @Test
    void anUnknownKindIsRefused() {
        byte[] bytes = "{\"version\":1,\"type\":\"exploded\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(MessageCodec.reports().decode(bytes)).isInstanceOf(Decoded.Undecodable.class);
    }

    @Property
    void noBytesMakeAReaderThrow(@ForAll byte[] bytes) {
        assertThat(MessageCodec.reports().decode(bytes)).isInstanceOf(Decoded.Undecodable.class);
    }

    @Property(tries = 200)
    void readingADamagedMessageNeverThrows(@ForAll int place, @ForAll byte replacement) {
        Version1.all().forEach(kind -> {
            byte[] damaged = encoded(kind);
            damaged[Math.floorMod(place, damaged.length)] = replacement;
            assertThat(kind.codec().decode(damaged)).isNotNull();
        });
    }

    private static Stream<Class<?>> kindsOf(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(MessageCodecTest::kindsOf)
                : Stream.of(type);
    }

    private static <T> JsonNode decoded(Version1.Kind<T> kind, ObjectNode node) {
        Decoded<T> decoded = kind.codec().decode(bytes(node));
        assertThat(decoded).isInstanceOf(Decoded.Message.class);
        return tree(((Decoded.Message<T>) decoded).value());
    }

    /** Encoded and decoded again, since byte arrays in messages compare by identity. */
    private static JsonNode tree(Object value) {
        return JSON.readTree(JSON.writeValueAsBytes(value));
    }

    private static <T> byte[] encoded(Version1.Kind<T> kind) {
        return kind.codec().encode(kind.message());
    }

    private static byte[] bytes(JsonNode node) {
        return JSON.writeValueAsBytes(node);
    }

    private static ObjectNode withNewFields(ObjectNode node) {
        node.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode inner && !field.getKey().equals("metadata")) {
                withNewFields(inner);
            }
        });
        return node.put("invented_later", true);
    }

    private static ObjectNode golden(Version1.Kind<?> kind) {
        try (InputStream file = MessageCodecTest.class.getResourceAsStream("/v1/" + kind.file() + ".json")) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(file, kind.file()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
