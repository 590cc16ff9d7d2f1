package io.eventjobs.model.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Compares a published schema with its current version. Other descriptions and additional properties are compatible. */
final class SchemaEvolution {
    private SchemaEvolution() {}

    /** The incompatible changes, one sentence each; empty if readers of the published schema can read the current version. */
    static List<String> broken(JsonNode frozen, JsonNode now) {
        List<String> broken = new ArrayList<>();
        if (!frozen.path("$id").equals(now.path("$id"))) {
            broken.add("it has another $id");
        }
        if (!now.path("additionalProperties").asBoolean(true)) {
            broken.add("it allows no further properties");
        }
        Set<String> required = required(now);
        required(frozen).stream()
                .filter(name -> !required.contains(name))
                .map(name -> name + " is required no more")
                .forEach(broken::add);
        frozen.path("properties")
                .properties()
                .forEach(property -> compare(
                        property.getKey(),
                        property.getValue(),
                        now.path("properties").path(property.getKey()),
                        broken));
        return broken;
    }

    private static void compare(String name, JsonNode frozen, JsonNode now, List<String> broken) {
        if (now.isMissingNode()) {
            broken.add(name + " is gone");
        } else if (!meaning(frozen).equals(meaning(now))) {
            broken.add(name + " was " + meaning(frozen) + " and is " + meaning(now));
        }
    }

    private static JsonNode meaning(JsonNode property) {
        ObjectNode copy = (ObjectNode) property.deepCopy();
        copy.remove(List.of("description", "title", "examples"));
        return copy;
    }

    private static Set<String> required(JsonNode schema) {
        return schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }
}
