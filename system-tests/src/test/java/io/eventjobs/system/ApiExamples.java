package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static tools.jackson.databind.node.JsonNodeType.STRING;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/** The example bodies of the original API description, and accessors for their responses. */
final class ApiExamples {
    private ApiExamples() {}

    static String create(Gateway gateway, TestSite site, String path) {
        return Gateway.data(gateway.post("/api/event-job/jobs", exampleAt("create-job", site, path)), 201)
                .path("job_id")
                .asString();
    }

    static String createBatch(Gateway gateway, TestSite site, String path) {
        return Gateway.data(gateway.post("/api/event-job/batches", exampleAt("create-batch", site, path)), 201)
                .path("batch_id")
                .asString();
    }

    /** The example with addresses on a test host. */
    static String exampleAt(String name, TestSite site, String path) {
        return example(name).replace("https://example.com", site.address(path));
    }

    static String example(String name) {
        try (InputStream in = Objects.requireNonNull(
                ApiExamples.class.getResourceAsStream("/api-examples/" + name + ".json"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, JsonNodeType> types(JsonNode object) {
        return object.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue()
                .getNodeType()));
    }

    static Map<String, JsonNodeType> texts(String... names) {
        return Arrays.stream(names).collect(Collectors.toMap(name -> name, name -> STRING));
    }

    static Map<String, JsonNodeType> both(Map<String, JsonNodeType> some, Map<String, JsonNodeType> others) {
        Map<String, JsonNodeType> all = new LinkedHashMap<>(some);
        all.putAll(others);
        return all;
    }

    static List<Integer> counts(JsonNode batch) {
        return List.of("job", "pending", "processing", "completed", "failed", "cancelled").stream()
                .map(word -> batch.path(word + "_count").asInt(-1))
                .toList();
    }

    static String refusal(HttpResponse<byte[]> response, int status) {
        assertThat(response.statusCode()).as(text(response)).isEqualTo(status);
        return Gateway.json(response).path("error").path("code").asString();
    }

    static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static String encoded(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    static List<String> names(HttpResponse<byte[]> zip) {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
