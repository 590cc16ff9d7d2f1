package io.eventjobs.gateway;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.eventjobs.gateway.error.ErrorAnswers;
import io.eventjobs.gateway.security.ApiKeys;
import io.eventjobs.gateway.web.ApiJson;
import io.eventjobs.gateway.web.PathTolerance;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;

/**
 * Controllers behind the gateway's own filters, argument resolvers and error advice, without a server. Each request carries
 * the key of {@link io.eventjobs.gateway.job.Jobs#TENANT}.
 */
public final class HttpApi {
    private final MockMvc mvc;

    private HttpApi(Object... controllers) {
        mvc = MockMvcBuilders.standaloneSetup(controllers)
                .setControllerAdvice(ErrorAnswers.advice())
                .setCustomArgumentResolvers(ApiKeys.callers())
                .setMessageConverters(new JacksonJsonHttpMessageConverter(ApiJson.mapper()))
                .addFilters(PathTolerance.filter(), ApiKeys.filter(ErrorAnswers.writer()))
                .build();
    }

    public static HttpApi of(Object... controllers) {
        return new HttpApi(controllers);
    }

    /** @param path as sent, escapes and query included */
    public Answer read(String path) {
        return perform(get(URI.create(path)));
    }

    /** Posts JSON. */
    public Answer send(String path, String json) {
        return perform(
                post(URI.create(path)).contentType(MediaType.APPLICATION_JSON).content(json));
    }

    /** Posts JSON under an idempotency key. */
    public Answer send(String path, String json, String idempotencyKey) {
        return perform(post(URI.create(path))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .header("Idempotency-Key", idempotencyKey));
    }

    public Answer perform(AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            return new Answer(mvc.perform(request.header("X-Api-Key", ApiKeys.KEY))
                    .andReturn()
                    .getResponse());
        } catch (Exception e) {
            throw new AssertionError("The request was not answered at all", e);
        }
    }

    /** What came back. */
    public record Answer(MockHttpServletResponse response) {
        public int status() {
            return response.getStatus();
        }

        public String header(String name) {
            return String.valueOf(response.getHeader(name));
        }

        public String body() {
            return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return ApiJson.parse(body());
        }

        /** The part of the JSON that this pointer (RFC 6901) names. */
        public JsonNode at(String pointer) {
            return json().at(pointer);
        }

        /** The text that this pointer names. */
        public String text(String pointer) {
            return at(pointer).asString();
        }

        /** The code of the error, and each field that is wrong with what is wrong with it. */
        public String error() {
            StringBuilder error = new StringBuilder(text("/error/code"));
            for (JsonNode fault : at("/error/details")) {
                error.append("; ")
                        .append(fault.path("field").asString())
                        .append(": ")
                        .append(fault.path("message").asString());
            }
            return error.toString();
        }
    }
}
