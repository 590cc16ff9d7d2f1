package io.eventjobs.gateway.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.connection.ServerDescription;
import io.eventjobs.connection.Service;
import io.eventjobs.connection.ServiceRefusedException;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tells a MongoDB that refuses this process from one that is silent. The driver reports both as a timeout; what happened is in its
 * description of each server. Thread-safe.
 */
final class MongoRefusals {
    private static final Service.Settings SETTINGS = new Service.Settings(
            "spring.mongodb.uri", "spring.mongodb.uri", "spring.mongodb.ssl.bundle", "spring.mongodb.uri");
    private static final int UNAUTHORIZED = 13;

    private final Supplier<? extends Collection<ServerDescription>> servers;

    MongoRefusals(Supplier<? extends Collection<ServerDescription>> servers) {
        this.servers = servers;
    }

    /** The sentence for the operator; empty if waiting may help. */
    Optional<ServiceRefusedException> of(MongoException fault) {
        return servers.get().stream()
                .flatMap(server -> Stream.of(fault, server.getException())
                        .filter(Objects::nonNull)
                        .map(service(server)::refusal)
                        .flatMap(Optional::stream))
                .findFirst();
    }

    private static Service service(ServerDescription server) {
        return new Service("MongoDB", server.getAddress().toString(), SETTINGS, MongoRefusals::words);
    }

    private static Optional<String> words(Throwable fault) {
        return Optional.ofNullable(fault instanceof MongoSecurityException ? fault.getCause() : fault)
                .filter(MongoCommandException.class::isInstance)
                .map(MongoCommandException.class::cast)
                .filter(answer -> fault instanceof MongoSecurityException || answer.getErrorCode() == UNAUTHORIZED)
                .map(MongoCommandException::getErrorMessage);
    }
}
