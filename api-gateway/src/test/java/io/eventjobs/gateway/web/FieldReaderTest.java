package io.eventjobs.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.FieldFault;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class FieldReaderTest {
    private final FieldReader.Faults faults = new FieldReader.Faults();

    @Nested
    class Texts {
        @Test
        void areReadWithoutTheSpaceAroundThem() {
            assertThat(of("{'name': '  A talk\\n'}").text("name", 6)).isEqualTo("A talk");
            assertThat(faults.isEmpty()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{'name': null}"})
        void mayBeAbsentAndNullIsAbsent(String json) {
            assertThat(of(json).text("name", 10)).isNull();
            assertThat(faults.isEmpty()).isTrue();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "{'name': 7}       | must be a string",
                    "{'name': true}    | must be a string",
                    "{'name': ['a']}   | must be a string",
                    "{'name': ''}      | must not be blank",
                    "{'name': ' \\t '} | must not be blank",
                    "{'name': 'a\\ud800'} | must not contain NUL or unpaired surrogates",
                    "{'name': 'a\\u0000'} | must not contain NUL or unpaired surrogates",
                    "{'name': 'abcd'}  | must have at most 3 characters, but has 4"
                })
        void thatAreNoneOrTooLongAreAFault(String json, String message) {
            assertThat(of(json).text("name", 3)).isNull();
            assertThat(found()).containsExactly(new FieldFault("name", message));
        }

        @Test
        void mayHaveExactlyTheLongestLength() {
            assertThat(of("{'name': 'abc'}").text("name", 3)).isEqualTo("abc");
        }

        @Test
        void thatAreRequiredAreNamedWhenTheyAreMissing() {
            assertThat(of("{'name': null}").requiredText("name", 10)).isEmpty();
            assertThat(found()).containsExactly(new FieldFault("name", "is required"));
        }

        @Test
        void thatAreRequiredAndWrongAreToldOnce() {
            assertThat(of("{'name': 3}").requiredText("name", 10)).isEmpty();
            assertThat(found()).containsExactly(new FieldFault("name", "must be a string"));
        }

        @Test
        void thatBreakTheirConditionAreRefusedWithWhatIsAllowed() {
            FieldReader fields = of("{'good': 'x1', 'bad': 'y1'}");

            assertThat(fields.text("good", 10, text -> text.startsWith("x"), "must begin with x"))
                    .isEqualTo("x1");
            assertThat(fields.text("bad", 10, text -> text.startsWith("x"), "must begin with x"))
                    .isNull();
            assertThat(found()).containsExactly(new FieldFault("bad", "must begin with x"));
        }

        @Test
        void thatAreNoTextAreNotJudgedByTheirCondition() {
            of("{'bad': 5}").text("bad", 10, text -> false, "must never be");

            assertThat(found()).containsExactly(new FieldFault("bad", "must be a string"));
        }
    }

    @Nested
    class Values {
        @Test
        void areReadAsTheyAreMeant() {
            FieldReader fields = of("{'yes': true, 'no': false, 'count': 4}");

            assertThat(fields.bool("yes")).isTrue();
            assertThat(fields.bool("no")).isFalse();
            assertThat(fields.integer("count", 1, 4)).isEqualTo(4);
            assertThat(fields.bool("absent")).isNull();
            assertThat(fields.integer("absent", 1, 4)).isNull();
            assertThat(faults.isEmpty()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"'true'", "1", "[]"})
        void areNoTruthUnlessTheyAreTrueOrFalse(String value) {
            assertThat(of("{'use_cache': " + value + "}").bool("use_cache")).isNull();
            assertThat(found()).containsExactly(new FieldFault("use_cache", "must be true or false"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "10", "3.0", "1e0", "'3'", "true", "4294967299", "99999999999999999999"})
        void areNoNumberOutsideOfTheirBounds(String value) {
            assertThat(of("{'priority': " + value + "}").integer("priority", 0, 9))
                    .isNull();
            assertThat(found()).containsExactly(new FieldFault("priority", "must be an integer between 0 and 9"));
        }

        @Test
        void mayBeObjectsAndArrays() {
            FieldReader fields = of("{'parameters': {'a': 1}, 'jobs': [1, 2]}");

            assertThat(Objects.requireNonNull(fields.object("parameters"))
                            .path("a")
                            .asInt())
                    .isEqualTo(1);
            assertThat(fields.array("jobs")).hasSize(2);
            assertThat(fields.object("absent")).isNull();
            assertThat(fields.array("absent")).isNull();
            assertThat(faults.isEmpty()).isTrue();
        }

        @Test
        void areRefusedWhereAnObjectOrAnArrayIsMeant() {
            FieldReader fields = of("{'parameters': [], 'jobs': {}}");

            assertThat(fields.object("parameters")).isNull();
            assertThat(fields.array("jobs")).isNull();
            assertThat(found())
                    .containsExactly(
                            new FieldFault("parameters", "must be an object"),
                            new FieldFault("jobs", "must be an array"));
        }
    }

    @Nested
    class Lists {
        @Test
        void ofTextsAreReadInTheirOrder() {
            assertThat(of("{'speakers': [' Ada ', 'Grace']}").texts("speakers", 2, 5))
                    .containsExactly("Ada", "Grace");
            assertThat(of("{}").texts("speakers", 2, 5)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"'Ada'", "['a', 'b', 'c']", "{}"})
        void thatAreNoneOrTooLongAreRefusedAsAWhole(String value) {
            assertThat(of("{'speakers': " + value + "}").texts("speakers", 2, 5))
                    .isEmpty();
            assertThat(found()).containsExactly(new FieldFault("speakers", "must be an array of at most 2 strings"));
        }

        @Test
        void sayOfEachItemThatIsWrongWhereItIs() {
            of("{'speakers': ['Ada', 7, ' ', 'Hopper', null]}").texts("speakers", 5, 5);

            assertThat(found())
                    .containsExactly(
                            new FieldFault("speakers[1]", "must be a string of 1 to 5 characters"),
                            new FieldFault("speakers[2]", "must be a string of 1 to 5 characters"),
                            new FieldFault("speakers[3]", "must be a string of 1 to 5 characters"),
                            new FieldFault("speakers[4]", "must be a string of 1 to 5 characters"));
        }
    }

    @Test
    void namesFieldsByTheirPathInTheBody() {
        FieldReader fields = new FieldReader(node("{'url': 1, 'more': 2}"), "jobs[3].", faults);

        fields.text("url", 10);
        fields.fault("template", "must be another one");
        fields.refuseOthers();

        assertThat(found())
                .containsExactly(
                        new FieldFault("jobs[3].url", "must be a string"),
                        new FieldFault("jobs[3].template", "must be another one"),
                        new FieldFault("jobs[3].more", "unknown field"));
    }

    @Test
    void aFieldThatWasOnlyAskedForIsNotUnknown() {
        FieldReader fields = of("{'seen': 1, 'read': 'x'}");

        assertThat(fields.has("seen")).isTrue();
        assertThat(fields.has("absent")).isFalse();
        fields.text("read", 10);
        fields.refuseOthers();

        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void anUnknownFieldThatIsNullIsUnknownAllTheSame() {
        of("{'status': null}").refuseOthers();

        assertThat(found()).containsExactly(new FieldFault("status", "unknown field"));
    }

    @Test
    void aRequestWithoutFaultsIsNotRefused() {
        assertThatCode(faults::refuseIfAny).doesNotThrowAnyException();
    }

    @Test
    void aRequestThatHasOnlyUnknownFieldsIsRefusedAsSuch() {
        of("{'one': 1, 'two': 2}").refuseOthers();

        ApiException refusal = refusal();
        assertThat(refusal.code()).isEqualTo(ErrorCode.UNKNOWN_FIELD);
        assertThat(refusal).hasMessage("one: unknown field (and 1 more)");
    }

    @Test
    void anyOtherFaultMakesTheRequestInvalid() {
        FieldReader fields = of("{'one': 1}");
        fields.requiredText("name", 10);
        fields.refuseOthers();

        ApiException refusal = refusal();
        assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
        assertThat(refusal).hasMessage("name: is required (and 1 more)");
        assertThat(refusal.faults()).hasSize(2);
    }

    @Test
    void aSingleFaultIsTheWholeMessage() {
        faults.add("name", "is required");

        assertThat(refusal()).hasMessage("name: is required");
    }

    @Test
    void noMoreThanTwoHundredFaultsAreTold() {
        for (int i = 0; i < 1_000; i++) {
            faults.add("jobs[" + i + "].url", "is required");
        }

        assertThat(found()).hasSize(200);
        assertThat(found().getLast()).isEqualTo(new FieldFault("jobs[199].url", "is required"));
    }

    private FieldReader of(String json) {
        return new FieldReader(node(json), "", faults);
    }

    private static ObjectNode node(String json) {
        return (ObjectNode) ApiJson.parse(json.replace('\'', '"'));
    }

    private List<FieldFault> found() {
        return refusal().faults();
    }

    private ApiException refusal() {
        return catchThrowableOfType(ApiException.class, faults::refuseIfAny);
    }
}
