package io.eventjobs.system;

import com.mongodb.client.model.IndexModel;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.eventjobs.gateway.mongo.RecordIndexes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** The shapes of all queries sent to MongoDB: the fields they compare and sort by, without values. */
final class QueryShapes implements CommandListener {
    static final QueryShapes OF_THE_GATEWAY = new QueryShapes();

    private static final Set<String> EXACT = Set.of("$eq", "$in");

    private final Set<Shape> sent = new ConcurrentSkipListSet<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        sent.addAll(shapes(event.getCommandName(), event.getCommand()));
    }

    Set<Shape> sent() {
        return new TreeSet<>(sent);
    }

    /** The shapes that no declared index supports. */
    List<Shape> withoutIndex() {
        return sent.stream().filter(shape -> !shape.isIndexed()).toList();
    }

    /** The shapes of one command; empty if it does not query. */
    static List<Shape> shapes(String name, BsonDocument command) {
        return switch (name) {
            case "find" -> List.of(shape(name, command, document(command, "filter"), document(command, "sort")));
            case "findAndModify" ->
                List.of(shape(name, command, document(command, "query"), document(command, "sort")));
            case "count", "distinct" -> List.of(shape(name, command, document(command, "query"), new BsonDocument()));
            case "update" -> each(name, command, "updates");
            case "delete" -> each(name, command, "deletes");
            case "aggregate" -> List.of(aggregation(command));
            default -> List.of();
        };
    }

    private static List<Shape> each(String name, BsonDocument command, String statements) {
        return command.getArray(statements).stream()
                .map(statement -> shape(name, command, document(statement.asDocument(), "q"), new BsonDocument()))
                .toList();
    }

    private static Shape aggregation(BsonDocument command) {
        List<BsonValue> stages = command.getArray("pipeline").getValues();
        BsonDocument match = stages.isEmpty()
                ? new BsonDocument()
                : document(stages.getFirst().asDocument(), "$match");
        BsonDocument sort =
                stages.size() < 2 ? new BsonDocument() : document(stages.get(1).asDocument(), "$sort");
        return shape("aggregate", command, match, sort);
    }

    private static Shape shape(String name, BsonDocument command, BsonDocument filter, BsonDocument sort) {
        Set<String> exact = new LinkedHashSet<>();
        Set<String> other = new LinkedHashSet<>();
        filter.forEach((field, value) -> (isExact(value) ? exact : other).add(field));
        return new Shape(
                command.getString(name).getValue(),
                name,
                List.copyOf(exact),
                List.copyOf(other),
                List.copyOf(sort.keySet()));
    }

    private static boolean isExact(BsonValue value) {
        if (value.isRegularExpression() || value.isArray()) {
            return false;
        }
        return !value.isDocument() || EXACT.containsAll(value.asDocument().keySet());
    }

    private static BsonDocument document(BsonDocument in, String field) {
        return in.getDocument(field, new BsonDocument());
    }

    /**
     * @param exact fields compared for equality, or with a set of values
     * @param other fields with other conditions: ranges, existence, patterns, {@code $or}
     */
    record Shape(String collection, String command, List<String> exact, List<String> other, List<String> sort)
            implements Comparable<Shape> {
        /**
         * Whether the first fields of a declared index support the conditions and the order. A document can be found by its id, and
         * many by a range of ids, in their order.
         */
        boolean isIndexed() {
            return exact.contains("_id")
                    || other.contains("_id") && sort.equals(List.of("_id"))
                    || RecordIndexes.DECLARED.getOrDefault(collection, List.of()).stream()
                            .anyMatch(this::isServedBy);
        }

        private boolean isServedBy(IndexModel index) {
            List<String> keys = new ArrayList<>(index.getKeys().toBsonDocument().keySet());
            int matched = 0;
            while (matched < keys.size() && exact.contains(keys.get(matched))) {
                matched++;
            }
            List<String> rest = keys.subList(matched, keys.size());
            boolean found = matched > 0 || !rest.isEmpty() && other.contains(rest.getFirst());
            boolean ordered =
                    sort.size() <= rest.size() && rest.subList(0, sort.size()).equals(sort);
            return found && (ordered || isOrderedWithout(keys));
        }

        /** Sorting only by fields that are compared with one value imposes no order. */
        private boolean isOrderedWithout(List<String> keys) {
            return exact.containsAll(sort) && keys.containsAll(sort);
        }

        @Override
        public int compareTo(Shape that) {
            return toString().compareTo(that.toString());
        }

        @Override
        public String toString() {
            return Stream.of(command, "on", collection, "by", exact, other, "sorted by", sort)
                    .map(Object::toString)
                    .reduce((one, next) -> one + " " + next)
                    .orElseThrow();
        }
    }
}
