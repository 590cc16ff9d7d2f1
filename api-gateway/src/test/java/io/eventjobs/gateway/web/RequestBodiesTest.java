package io.eventjobs.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestBodiesTest {
    private static final int MAX = 8 << 20;

    private final RequestBodies bodies = new RequestBodies();

    @Test
    void areReadUpToEightMebibytes() {
        assertThat(bodies.read(request(MAX, true))).hasSize(MAX);
    }

    @Test
    void mayBePacked() {
        byte[] json = bytes("{\"a\":\"ü\"}");

        assertThat(bodies.read(packed("gzip", gzip(json)))).isEqualTo(json);
        assertThat(bodies.read(packed("X-GZIP", gzip(json)))).isEqualTo(json);
        assertThat(bodies.read(packed("identity", json))).isEqualTo(json);
    }

    @Test
    void areAsLargeAsTheyAreUnpacked() {
        refusedAsTooLarge(() -> bodies.read(packed("gzip", gzip(new byte[MAX + 1]))));
    }

    @Test
    void thatAreNotPackedAsTheySayAreRefused() {
        assertThat(refusal(() -> bodies.read(packed("gzip", bytes("{\"a\":\"plain text of some length\"}")))))
                .hasMessage("The body is not what gzip makes.");
    }

    @Test
    void thatArePackedInAnotherWayAreOfAnotherType() {
        ApiException refusal = catchThrowableOfType(ApiException.class, () -> bodies.read(packed("br", bytes("{}"))));

        assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        assertThat(refusal).hasMessage("Content-Encoding: must be gzip or identity, if it is given.");
    }

    private static MockHttpServletRequest packed(String coding, byte[] content) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Content-Encoding", coding);
        request.setContent(content);
        return request;
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Test
    void thatSayThatTheyAreLargerAreNotReadAtAll() {
        MockHttpServletRequest large = new MockHttpServletRequest() {
            @Override
            public long getContentLengthLong() {
                return 1L << 40;
            }

            @Override
            public ServletInputStream getInputStream() {
                throw new AssertionError("was read");
            }
        };

        refusedAsTooLarge(() -> bodies.read(large));
    }

    @Test
    void thatAreLargerThanTheyMayBeAreFoundOutWhateverTheClientDeclares() {
        refusedAsTooLarge(() -> bodies.read(request(MAX + 1, false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[],", "{},", "0,"})
    void thatConsistOfMoreValuesThanAnyBatchHasAreRefused(String value) {
        String json = "{\"parameters\":{\"x\":[" + value.repeat(1_100_000) + "0]}}";

        assertThat(refusal(() -> bodies.object(bytes(json))))
                .hasMessageStartingWith("The body must have at most 1000000 JSON tokens, be nested at most 64 deep");
    }

    @Test
    void thatAreNestedDeeplyAreRefused() {
        String json = "{\"x\":" + "[".repeat(64) + "]".repeat(64) + "}";

        assertThat(refusal(() -> bodies.object(bytes(json))))
                .hasMessageStartingWith("The body must have at most 1000000 JSON tokens, be nested at most 64 deep");
    }

    @Test
    void thatBreakOffAreTheFaultOfTheClientAndNotOfTheGateway() {
        MockHttpServletRequest broken = new MockHttpServletRequest() {
            @Override
            public ServletInputStream getInputStream() {
                return new DelegatingServletInputStream(InputStream.nullInputStream()) {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset by 10.0.0.7");
                    }
                };
            }
        };

        assertThat(refusal(() -> bodies.read(broken))).hasMessage("The body could not be read to its end.");
    }

    @Test
    void mustBeAnObject() {
        assertThat(bodies.object(bytes("{\"a\": [1, \"ü\"]}")).toString()).isEqualTo("{\"a\":[1,\"ü\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "7", "null", "   "})
    void thatAreSomethingElseAreRefused(String json) {
        assertThat(refusal(() -> bodies.object(bytes(json)))).hasMessage("The body must be a JSON object.");
    }

    @Test
    void mustNotBeEmptyUnlessTheyMayBe() {
        assertThat(refusal(() -> bodies.object(new byte[0])))
                .hasMessage("The body is empty; it must be a JSON object.");
        assertThat(bodies.optionalObject(new byte[0])).isEmpty();
    }

    @Test
    void thatMayBeEmptyAreJudgedAsAnyOtherWhenTheyAreNot() {
        assertThat(bodies.optionalObject(bytes("{\"only\": \"failed\"}"))
                        .path("only")
                        .asString())
                .isEqualTo("failed");
        assertThat(refusal(() -> bodies.optionalObject(bytes("[1]")))).hasMessage("The body must be a JSON object.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1,} | The body is not valid JSON at line 1, column 9.",
                "{\"a\": 1 | The body is not valid JSON at line 1, column 8.",
                "{\"a\": tru} | The body is not valid JSON at line 1, column 7."
            })
    void thatAreNoJsonAreRefusedWithThePlace(String json, String message) {
        assertThat(refusal(() -> bodies.object(bytes(json)))).hasMessage(message);
    }

    @Test
    void nameNoFieldTwice() {
        assertThat(refusal(() -> bodies.object(bytes("{\"url\": \"a\",\n \"url\": \"b\"}"))))
                .hasMessageStartingWith("The body is not valid JSON at line 2, ");
    }

    @Test
    void areOneValueAndNothingAfterIt() {
        assertThat(refusal(() -> bodies.object(bytes("{} {}")))).hasMessageStartingWith("The body is not valid JSON");
    }

    @Test
    void showNothingOfThemselvesInTheRefusal() {
        assertThat(refusal(() -> bodies.object(bytes("{\"password\": secret}"))))
                .hasMessageNotContainingAny("secret", "password", "jackson");
    }

    @Test
    void mustBeUtf8() {
        byte[] broken = {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'};

        assertThat(refusal(() -> bodies.object(broken))).hasMessageStartingWith("The body is not valid JSON");
    }

    private static MockHttpServletRequest request(int length, boolean declared) {
        MockHttpServletRequest request = new MockHttpServletRequest() {
            @Override
            public long getContentLengthLong() {
                return declared ? super.getContentLengthLong() : -1;
            }
        };
        request.setContent(new byte[length]);
        return request;
    }

    private static void refusedAsTooLarge(Callable<byte[]> reading) {
        ApiException refusal = catchThrowableOfType(ApiException.class, reading::call);
        assertThat(refusal.code()).isEqualTo(ErrorCode.PAYLOAD_TOO_LARGE);
        assertThat(refusal).hasMessage("The body has more than the allowed 8388608 bytes.");
    }

    private static ApiException refusal(Callable<?> reading) {
        ApiException refusal = catchThrowableOfType(ApiException.class, reading::call);
        assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_JSON);
        return refusal;
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
