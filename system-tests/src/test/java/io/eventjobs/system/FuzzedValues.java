package io.eventjobs.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that fit a schema, values that fit nothing, and what the gateway has mentioned: ids, names, cursors. */
final class FuzzedValues {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 6;
    private static final int MAX_KNOWN = 40;

    private static final List<String> BROKEN_TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\udfff tail",
            "\u202egnp.exe",
            "\r\nX-Injected: yes",
            "../../etc/passwd",
            "..\\..\\windows",
            "{\"$ne\":1}",
            "$where",
            "' or 1=1 --",
            "<script>alert(1)</script>",
            "{{#a}}{{/a}}",
            "%00%2f%zz",
            "+999999999-01-01T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "2026-02-30T25:61:61Z",
            "9223372036854775808",
            "-1",
            "1e400",
            "NaN",
            "(a+)+$",
            "http://[::1]:99999/",
            "http://user:pw@169.254.169.254/\u2028",
            "file:///etc/passwd",
            "upload:x/../y",
            "x".repeat(101),
            "x".repeat(5_000),
            "\ud83d\ude00".repeat(600),
            "e\u0301".repeat(300));

    private final JsonNode components;
    private final Map<String, List<String>> known = new HashMap<>();

    FuzzedValues(JsonNode description) {
        this.components = description.path("components");
        known("event").add("Fuzz Conference");
        known("batch_id").add("fuzz");
        known("name").add("fuzz");
    }

    /** Keeps the ids of a response, so that later requests can name what exists. */
    void learn(JsonNode response) {
        response.properties().forEach(field -> {
            if (field.getValue().isString() && isMentioned(field.getKey())) {
                remember(known(field.getKey()), field.getValue().asString());
            }
        });
        response.valueStream().forEach(this::learn);
    }

    private static boolean isMentioned(String field) {
        return field.endsWith("_id") || field.equals("event") || field.equals("next_cursor");
    }

    String known(String name, Random random) {
        List<String> values = known(name);
        return values.isEmpty() ? "unknown-1" : values.get(random.nextInt(values.size()));
    }

    /** Any id that was mentioned. */
    String anyKnown(Random random) {
        List<String> names = known.keySet().stream().sorted().toList();
        return known(names.get(random.nextInt(names.size())), random);
    }

    static String brokenText(Random random) {
        return BROKEN_TEXTS.get(random.nextInt(BROKEN_TEXTS.size()));
    }

    /** A value that the schema allows, as far as the schema says. */
    JsonNode valid(String name, JsonNode schema, Random random, int depth) {
        if (schema.has("$ref")) {
            return valid(
                    name, components.at(schema.path("$ref").asString().replace("#/components", "")), random, depth);
        }
        if (schema.has("oneOf")) {
            return valid(
                    name,
                    schema.path("oneOf").get(random.nextInt(schema.path("oneOf").size())),
                    random,
                    depth);
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return switch (schema.path("type").asString("string")) {
            case "object" -> object(schema, random, depth);
            case "array" -> array(name, schema, random, depth);
            case "integer", "number" -> NODES.numberNode(1 + random.nextInt(8));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default -> NODES.stringNode(text(name, random));
        };
    }

    private ObjectNode object(JsonNode schema, Random random, int depth) {
        ObjectNode object = NODES.objectNode();
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        schema.path("properties").properties().forEach(property -> {
            boolean wanted = required.contains(property.getKey()) || depth < MAX_DEPTH && random.nextInt(4) == 0;
            if (wanted) {
                object.set(property.getKey(), valid(property.getKey(), property.getValue(), random, depth + 1));
            }
        });
        return object;
    }

    private ArrayNode array(String name, JsonNode schema, Random random, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int i = random.nextInt(3); i >= 0; i--) {
            array.add(valid(name, schema.path("items"), random, depth + 1));
        }
        return array;
    }

    private String text(String name, Random random) {
        if (name.endsWith("url")) {
            return "https://fuzz.invalid/" + random.nextInt(50) + (name.startsWith("video") ? ".mp4" : "");
        }
        if (name.endsWith("language")) {
            return random.nextBoolean() ? "de" : "en";
        }
        if (name.endsWith("time") || name.endsWith("_after") || name.endsWith("_before")) {
            return name.endsWith("time") ? "09:30" : "2026-01-31T09:30:00Z";
        }
        return switch (name) {
            case "secret" -> "whsec_" + "YWJj".repeat(10);
            case "events" -> random.nextBoolean() ? "*" : "job.completed";
            case "batch_id" -> random.nextBoolean() ? known("batch_id", random) : "fuzz-" + random.nextInt(1_000_000);
            case "event" -> known("event", random);
            case "cursor" -> known("next_cursor", random);
            case "ids" -> known("dead_letter_id", random);
            case "filename" -> "talk-" + random.nextInt(9) + ".md";
            default -> "value " + random.nextInt(100);
        };
    }

    /** Replaces, adds or removes something at a random place. */
    static void breakSomewhere(JsonNode tree, Random random) {
        if (tree instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            JsonNode child = object.path(name);
            if (child.isContainer() && !child.isEmpty() && random.nextBoolean()) {
                breakSomewhere(child, random);
                return;
            }
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(brokenText(random), brokenValue(random));
                default -> object.set(name, brokenValue(random));
            }
        } else if (tree instanceof ArrayNode array && !array.isEmpty()) {
            int index = random.nextInt(array.size());
            if (array.get(index).isContainer() && random.nextBoolean()) {
                breakSomewhere(array.get(index), random);
            } else {
                array.set(index, brokenValue(random));
            }
        }
    }

    private static JsonNode brokenValue(Random random) {
        return switch (random.nextInt(14)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(-1);
            case 2 -> NODES.numberNode(Long.MAX_VALUE);
            case 3 -> NODES.numberNode(0.5);
            case 4 -> NODES.booleanNode(random.nextBoolean());
            case 5 -> NODES.arrayNode();
            case 6 -> NODES.objectNode();
            case 7 -> NODES.objectNode().put("$ne", 1);
            case 8 -> nested(50 + random.nextInt(350));
            default -> NODES.stringNode(brokenText(random));
        };
    }

    private static JsonNode nested(int depth) {
        JsonNode inner = NODES.nullNode();
        for (int i = depth; i > 0; i--) {
            inner = NODES.arrayNode().add(inner);
        }
        return inner;
    }

    static byte[] written(JsonNode tree) {
        return MAPPER.writeValueAsBytes(tree);
    }

    private List<String> known(String name) {
        return known.computeIfAbsent(name, fresh -> new ArrayList<>());
    }

    private static void remember(List<String> values, String value) {
        if (values.contains(value)) {
            return;
        }
        if (values.size() >= MAX_KNOWN) {
            values.removeFirst();
        }
        values.add(value);
    }
}
