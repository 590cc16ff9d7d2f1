package io.eventjobs.standalone.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Serves a connection only after it has authenticated by SCRAM-SHA-256, which the server that it stands before does not know. Greetings are
 * answered to all, as drivers greet first.
 */
final class AuthenticatingBackend implements MongoBackend {
    private static final Set<String> GREETINGS = Set.of("hello", "isMaster", "ismaster", "buildInfo", "ping");
    private static final int UNAUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;
    private static final AttributeKey<Boolean> AUTHENTICATED = AttributeKey.valueOf("event-jobs.authenticated");
    private static final AttributeKey<ScramServer.Conversation> CONVERSATION =
            AttributeKey.valueOf("event-jobs.conversation");

    private final MongoBackend backend;
    private final ScramServer scram;

    AuthenticatingBackend(MongoBackend backend, ScramServer scram) {
        this.backend = backend;
        this.scram = scram;
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document query = message.getDocument();
        String command = query.keySet().iterator().next();
        return switch (command) {
            case "saslStart" -> started(message.getChannel(), query);
            case "saslContinue" -> finished(message.getChannel(), query);
            default -> {
                requireAuthenticated(message.getChannel(), command);
                yield backend.handleMessage(message);
            }
        };
    }

    /** The form of old drivers, and of the first greeting of new ones. */
    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        requireAuthenticated(channel, command);
        return backend.handleCommand(channel, database, command, query);
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        requireAuthenticated(query.getChannel(), "query");
        return backend.handleQuery(query);
    }

    private Document started(Channel channel, Document query) {
        ScramServer.Conversation conversation = Optional.of(query)
                .filter(start -> "SCRAM-SHA-256".equals(start.get("mechanism")))
                .flatMap(start -> scram.begin(payload(start)))
                .orElseThrow(AuthenticatingBackend::failed);
        channel.attr(CONVERSATION).set(conversation);
        return answer(false, conversation.challenge());
    }

    private static Document finished(Channel channel, Document query) {
        // Taken away, so that one conversation is one attempt.
        ScramServer.Conversation conversation = channel.attr(CONVERSATION).getAndSet(null);
        String proof = Optional.ofNullable(conversation)
                .flatMap(begun -> begun.finish(payload(query)))
                .orElseThrow(AuthenticatingBackend::failed);
        channel.attr(AUTHENTICATED).set(true);
        return answer(true, proof);
    }

    private static Document answer(boolean done, String payload) {
        return new Document("conversationId", 1)
                .append("done", done)
                .append("payload", new BinData(payload.getBytes(StandardCharsets.UTF_8)))
                .append("ok", 1.0);
    }

    private static String payload(Document query) {
        if (query.get("payload") instanceof BinData payload) {
            return new String(payload.getData(), StandardCharsets.UTF_8);
        }
        throw failed();
    }

    private static void requireAuthenticated(Channel channel, String command) {
        if (!GREETINGS.contains(command) && channel.attr(AUTHENTICATED).get() == null) {
            throw new MongoServerError(UNAUTHORIZED, "Unauthorized", "command " + command + " requires authentication");
        }
    }

    private static MongoServerError failed() {
        return new MongoServerError(AUTHENTICATION_FAILED, "AuthenticationFailed", "Authentication failed.");
    }

    @Override
    public void handleClose(Channel channel) {
        backend.handleClose(channel);
    }

    @Override
    public void dropDatabase(String database) {
        backend.dropDatabase(database);
    }

    @Override
    public Collection<Document> getCurrentOperations(MongoQuery query) {
        return backend.getCurrentOperations(query);
    }

    @Override
    public Document getServerStatus() {
        return backend.getServerStatus();
    }

    @Override
    public void close() {
        backend.close();
    }

    @Override
    public void closeCursors(List<Long> cursors) {
        backend.closeCursors(cursors);
    }

    @Override
    public Clock getClock() {
        return backend.getClock();
    }

    @Override
    public void enableOplog() {
        backend.enableOplog();
    }

    @Override
    public void disableOplog() {
        backend.disableOplog();
    }

    @Override
    public MongoDatabase resolveDatabase(String database) {
        return backend.resolveDatabase(database);
    }

    @Override
    public MongoBackend version(MongoVersion version) {
        backend.version(version);
        return this;
    }
}
