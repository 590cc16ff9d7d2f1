package io.eventjobs.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.FieldFault;
import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.web.ApiJson;
import io.eventjobs.model.job.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class IdempotencyTest {
    private static final String PATH = "/api/jobs";

    @Test
    void aRequestWithoutAKeyHasNoMark() {
        assertThat(Idempotency.mark(Jobs.TENANT, null, PATH, json("{}"))).isEmpty();
    }

    @Test
    void theSameRequestHasTheSameMark() {
        assertThat(mark("key", PATH, "{}")).isEqualTo(mark("key", PATH, "{}"));
    }

    @Test
    void theMarkOfARequestStaysTheSameFromVersionToVersion() {
        assertThat(mark("key", PATH, "{}"))
                .isEqualTo(new IdempotencyMark(
                        "default:key", "189a8ecf453ab00bb15cd763c38dd438140baf580b3395c06d1d2da0e1bc774f"));
    }

    @Test
    void tenantsDoNotShareKeys() {
        IdempotencyMark other =
                Idempotency.mark(new TenantId("other"), "key", PATH, json("{}")).orElseThrow();

        assertThat(other.key()).isEqualTo("other:key");
        assertThat(mark("key", PATH, "{}").key()).isEqualTo("default:key");
    }

    @Test
    void anotherBodyOrAnotherPathIsAnotherRequest() {
        IdempotencyMark mark = mark("key", PATH, "{}");

        assertThat(mark("key", PATH, "{\"a\":1}").bodyHash()).isNotEqualTo(mark.bodyHash());
        assertThat(mark("key", "/api/jobs/batch", "{}").bodyHash()).isNotEqualTo(mark.bodyHash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "4f8e0c1e-8a53-4f0a-9b6f-3c6f2f6d2b0e", "!~{}\"'", "0"})
    void anyVisibleCharactersMakeAKey(String key) {
        assertThatCode(() -> Idempotency.requireWellFormed(key)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\tb", "schlüssel", "a\u0000"})
    void aKeyThatCouldNotBeSentIsRefused(String key) {
        ApiException refusal =
                catchThrowableOfType(ApiException.class, () -> Idempotency.mark(Jobs.TENANT, key, PATH, json("{}")));

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMETER);
        assertThat(refusal).hasMessage("Idempotency-Key: must have 1 to 200 visible ASCII characters");
        assertThat(refusal.faults())
                .containsExactly(new FieldFault("Idempotency-Key", "must have 1 to 200 visible ASCII characters"));
    }

    @Test
    void aKeyHasAtMostTwoHundredCharacters() {
        assertThatCode(() -> Idempotency.requireWellFormed("k".repeat(200))).doesNotThrowAnyException();
        assertThat(catchThrowableOfType(ApiException.class, () -> Idempotency.requireWellFormed("k".repeat(201))))
                .isNotNull();
    }

    @Test
    void theSameRequestMayComeAgainAndAnotherMayNot() {
        IdempotencyMark mark = mark("key", PATH, "{}");

        assertThatCode(() -> Idempotency.requireSame(mark, mark("key", PATH, "{}")))
                .doesNotThrowAnyException();
        assertThatCode(() -> Idempotency.requireSame(mark, null)).doesNotThrowAnyException();
        ApiException refusal = catchThrowableOfType(
                ApiException.class, () -> Idempotency.requireSame(mark, mark("key", PATH, "{\"a\":1}")));
        assertThat(refusal.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(refusal).hasMessage("The idempotency key was already used with a different request.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":{\"y\":2,\"x\":[1,null]},\"a\":\"ü\"}",
                " { \"a\" : \"\\u00fc\", \"b\" : { \"x\" : [ 1, null ], \"y\" : 2 } } ",
                "{\"a\":\"ü\",\"b\":{\"x\":[1,null],\"y\":2,\"z\":null},\"c\":null}"
            })
    void aBodyThatMeansTheSameIsTheSameRequest(String written) {
        assertThat(mark("key", PATH, written))
                .isEqualTo(mark("key", PATH, "{\"a\":\"ü\",\"b\":{\"x\":[1,null],\"y\":2}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":[1,2]}", "{\"a\":[2]}", "{\"a\":[2,1,null]}", "{\"a\":\"[2,1]\"}", "{\"b\":[2,1]}"})
    void aBodyThatMeansSomethingElseIsAnother(String written) {
        assertThat(mark("key", PATH, written)).isNotEqualTo(mark("key", PATH, "{\"a\":[2,1]}"));
    }

    private static IdempotencyMark mark(String key, String path, String body) {
        return Idempotency.mark(Jobs.TENANT, key, path, json(body)).orElseThrow();
    }

    private static ObjectNode json(String body) {
        return (ObjectNode) ApiJson.mapper().readTree(body);
    }
}
