package io.eventjobs.system;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks every response against the gateway's own OpenAPI description: address, status, content type and body must be declared. Stricter
 * than JSON Schema: undeclared fields are not allowed.
 */
final class ApiContract {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String JSON = "application/json";
    /** The statuses for addresses and methods that are not in the description. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 404, 405);

    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getDraft202012());
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final JsonNode document;
    private final ObjectNode components;

    ApiContract(byte[] document) {
        this.document = MAPPER.readTree(document);
        this.components = (ObjectNode) this.document.path("components").deepCopy();
        components.path("schemas").forEach(ApiContract::close);
    }

    /** @throws AssertionError if the description does not allow the response */
    void check(String method, String rawPath, HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        check(method, rawPath, response.statusCode(), type, response.body());
    }

    /** @throws AssertionError if the description does not allow the response */
    void check(String method, String rawPath, int status, String contentType, byte[] body) {
        String path = rawPath.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
        if (!path.startsWith("/api/")) {
            return;
        }
        String about = method + " " + path + " answered " + status;
        Optional<JsonNode> operation = operation(path, method.toLowerCase());
        if (operation.isEmpty()) {
            require(REFUSALS.contains(status), about + ", but the description has no such operation");
            requireValid(about, "#/components/schemas/ErrorEnvelope", body);
            return;
        }
        JsonNode declared = operation.get().path("responses").path(String.valueOf(status));
        require(!declared.isMissingNode(), about + ", which its description does not declare");
        checkContent(about, declared.path("content"), contentType, body);
    }

    private void checkContent(String about, JsonNode content, String contentType, byte[] body) {
        String type = contentType.split(";")[0].strip();
        if (content.isEmpty()) {
            require(body.length == 0, about + " with a body, which its description does not declare");
            return;
        }
        JsonNode declared = content.has(type) ? content.path(type) : content.path("*/*");
        require(!declared.isMissingNode(), about + " as " + type + ", not as declared: " + content.propertyNames());
        if (content.has(JSON) && type.equals(JSON)) {
            requireValid(about, declared.path("schema").path("$ref").asString(), body);
        }
    }

    private void requireValid(String about, String reference, byte[] body) {
        Schema schema = schemas.computeIfAbsent(reference, this::schema);
        List<Error> errors = schema.validate(MAPPER.readTree(body));
        require(
                errors.isEmpty(),
                about + ", unlike " + reference + ": " + errors + "\n" + new String(body, StandardCharsets.UTF_8));
    }

    private Schema schema(String reference) {
        require(components.at(reference.replace("#/components", "")).isObject(), "no schema: " + reference);
        ObjectNode root = MAPPER.createObjectNode();
        root.put("$ref", reference);
        root.set("components", components);
        return registry.getSchema(root);
    }

    /** The operation that Spring would select: of those with that method, the one with the most literal segments. */
    private Optional<JsonNode> operation(String path, String method) {
        return document.path("paths").properties().stream()
                .filter(item -> item.getValue().has(method))
                .filter(item -> pattern(item.getKey()).matcher(path).matches())
                .min((one, other) -> Long.compare(parameters(one.getKey()), parameters(other.getKey())))
                .map(item -> item.getValue().path(method));
    }

    private static Pattern pattern(String template) {
        String anyPath = template.replace("/files/{path}", "/files/.+");
        return Pattern.compile(anyPath.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private static long parameters(String template) {
        return template.chars().filter(character -> character == '{').count();
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }

    private static void require(boolean condition, String complaint) {
        if (!condition) {
            throw new AssertionError(complaint);
        }
    }
}
