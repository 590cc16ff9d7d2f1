package io.eventjobs.standalone.embedded;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Secondary indexes of a collection, in memory: which documents have which value in a field. The server itself has unique indexes only
 * and reads every document for all other queries. An index is built by the first query that needs it, all that are missing in one pass.
 * Guarded by the collection's lock.
 *
 * @param <P> position of a document
 */
final class FieldIndexes<P> {
    private static final String ID = "_id";

    /** Where nearly all documents have the same value, an index only costs memory. */
    private static final Set<String> UNSELECTIVE = Set.of("tenant");

    private static final Set<String> NEEDS_PRESENCE = Set.of("$gt", "$gte", "$lt", "$lte");
    /** Stands for every value that no supported query asks for, so that it counts as present. */
    private static final Object OTHER = new Object();

    private final Consumer<BiConsumer<Document, P>> documents;
    private final Set<String> declared = new LinkedHashSet<>();
    private final Map<String, Map<Object, Set<P>>> built = new HashMap<>();
    private @Nullable Index<P> ids;

    /** @param documents passes all documents of the collection with their positions */
    FieldIndexes(Consumer<BiConsumer<Document, P>> documents) {
        this.documents = documents;
    }

    /** From now on, there is an index of its first field, unless it is one that the server itself keeps. */
    void declare(Index<P> index) {
        if (index instanceof SecondaryIndex) {
            declare(index.getKeys().getFirst().getKey());
        } else if (index.getKeys().size() == 1
                && index.getKeys().getFirst().getKey().equals(ID)) {
            ids = index;
        }
    }

    /** From now on, there is an index of this field. */
    void declare(String field) {
        if (!UNSELECTIVE.contains(field)) {
            declared.add(field);
        }
    }

    void added(Document document, P position) {
        built.forEach((field, index) -> add(index, values(document, field), position));
    }

    void removed(Document document, P position) {
        built.forEach((field, index) -> remove(index, values(document, field), position));
    }

    void updated(Document before, Document after, P position) {
        built.forEach((field, index) -> {
            if (!Objects.equals(before.get(root(field)), after.get(root(field)))) {
                remove(index, values(before, field), position);
                add(index, values(after, field), position);
            }
        });
    }

    /** The positions of all documents that can match the query, and perhaps of others; empty if no index helps. */
    Optional<List<P>> candidates(Document query) {
        if (query.containsKey(ID)) {
            return byId(query.get(ID));
        }
        for (String field : declared) {
            Object wanted = query.get(field);
            if (wanted != null && isSupported(wanted)) {
                return Optional.of(candidates(index(field), wanted));
            }
        }
        return Optional.empty();
    }

    /** The server itself uses a unique index only if its keys are exactly those of the query. */
    private Optional<List<P>> byId(@Nullable Object wanted) {
        boolean isOneOf = wanted instanceof Document condition
                && condition.size() == 1
                && condition.get("$in") instanceof Collection<?> values
                && values.stream().allMatch(FieldIndexes::isValue);
        if (ids == null || !isOneOf && !isValue(wanted)) {
            return Optional.empty();
        }
        List<P> positions = new ArrayList<>();
        ids.getPositions(new Document(ID, wanted)).forEach(positions::add);
        return Optional.of(positions);
    }

    private static boolean isSupported(Object wanted) {
        if (!(wanted instanceof Document condition)) {
            return isValue(wanted);
        }
        return condition.size() == 1 && condition.get("$in") instanceof Collection<?> values
                ? values.stream().allMatch(FieldIndexes::isValue)
                : needsPresence(condition);
    }

    private static boolean needsPresence(Document condition) {
        return !condition.isEmpty()
                && condition.entrySet().stream()
                        .allMatch(operator -> NEEDS_PRESENCE.contains(operator.getKey()) && isValue(operator.getValue())
                                || operator.getKey().equals("$exists") && Boolean.TRUE.equals(operator.getValue()));
    }

    private static boolean isValue(@Nullable Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Instant;
    }

    private List<P> candidates(Map<Object, Set<P>> index, Object wanted) {
        Set<P> found = new LinkedHashSet<>();
        if (!(wanted instanceof Document condition)) {
            found.addAll(index.getOrDefault(key(wanted), Set.of()));
        } else if (condition.get("$in") instanceof Collection<?> values) {
            values.forEach(value -> found.addAll(index.getOrDefault(key(value), Set.of())));
        } else {
            index.values().forEach(found::addAll);
        }
        return List.copyOf(found);
    }

    private Map<Object, Set<P>> index(String field) {
        Map<Object, Set<P>> index = built.get(field);
        if (index == null) {
            buildMissing();
            index = built.get(field);
        }
        return index == null ? Map.of() : index;
    }

    private void buildMissing() {
        Map<String, Map<Object, Set<P>>> missing = new HashMap<>();
        declared.stream()
                .filter(field -> !built.containsKey(field))
                .forEach(field -> missing.put(field, new HashMap<>()));
        documents.accept((document, position) ->
                missing.forEach((field, index) -> add(index, values(document, field), position)));
        built.putAll(missing);
    }

    private static <P> void add(Map<Object, Set<P>> index, Set<Object> values, P position) {
        values.forEach(value ->
                index.computeIfAbsent(value, fresh -> new LinkedHashSet<>()).add(position));
    }

    private static <P> void remove(Map<Object, Set<P>> index, Set<Object> values, P position) {
        for (Object value : values) {
            Set<P> positions = index.get(value);
            if (positions != null && positions.remove(position) && positions.isEmpty()) {
                index.remove(value);
            }
        }
    }

    /** The values that a query can match: those of an array one by one. Nothing for a field that is missing. */
    private static Set<Object> values(Document document, String field) {
        Set<Object> values = new HashSet<>();
        Object value = field.equals(root(field))
                ? document.get(field)
                : Utils.getSubdocumentValueCollectionAware(document, field);
        collect(value, values);
        return values;
    }

    private static String root(String field) {
        int dot = field.indexOf('.');
        return dot < 0 ? field : field.substring(0, dot);
    }

    /** Numbers are equal whatever their type is. */
    private static Object key(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return isValue(value) ? value : OTHER;
    }

    private static void collect(@Nullable Object value, Set<Object> values) {
        if (value instanceof Collection<?> elements) {
            elements.forEach(element -> collect(element, values));
        } else if (value != null && !(value instanceof Missing)) {
            values.add(key(value));
        }
    }
}
