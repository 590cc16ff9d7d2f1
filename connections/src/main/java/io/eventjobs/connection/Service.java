package io.eventjobs.connection;

import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.errors.AuthenticationException;

/**
 * A service that this process connects to, and the settings of the connection.
 *
 * @param name as the subject of a sentence
 * @param address where it is, without user and password
 * @param settings the names of the settings, for the operator
 * @param refusals what the service says if it does not accept the keys of this process; empty for any other exception
 */
public record Service(String name, String address, Settings settings, Function<Throwable, Optional<String>> refusals) {

    public static Service kafka(String address) {
        Settings settings = new Settings(
                "spring.kafka.bootstrap-servers",
                "spring.kafka.properties.sasl.jaas.config",
                "spring.kafka.ssl.trust-store-location",
                "spring.kafka.security.protocol");
        return new Service("Kafka", address, settings, Service::refusalOfKafka);
    }

    /** The sentence for the operator if the service refuses this process; empty if it is silent, starting or overloaded. */
    public Optional<ServiceRefusedException> refusal(Throwable fault) {
        return TlsFault.of(fault)
                .map(this::sentence)
                .or(() -> refusals.apply(fault).map(this::sentence))
                .map(ServiceRefusedException::new);
    }

    private String sentence(String words) {
        return "%s at %s refuses this process (%s); see %s".formatted(name, address, words, settings.keys());
    }

    private String sentence(TlsFault fault) {
        String what =
                switch (fault.kind()) {
                    case UNTRUSTED ->
                        "has a certificate of an authority that is not trusted here; see " + settings.authorities();
                    case EXPIRED ->
                        "has a certificate that has expired (%s) and must be replaced there; its address is %s"
                                .formatted(fault.detail(), settings.address());
                    case NOT_YET_VALID ->
                        "has a certificate that is not valid yet (%s): see the clocks; its address is %s"
                                .formatted(fault.detail(), settings.address());
                    case OTHER_NAME ->
                        "has a certificate for another name (%s); see %s".formatted(fault.detail(), settings.address());
                    case NO_TLS -> "does not speak TLS there; see " + settings.tls();
                    case ENDED -> "ends the TLS handshake (%s); see %s".formatted(fault.detail(), settings.tls());
                };
        return name + " at " + address + " " + what;
    }

    private static Optional<String> refusalOfKafka(Throwable fault) {
        AuthenticationException refused = Causes.find(fault, AuthenticationException.class);
        return refused == null ? Optional.empty() : Optional.of(String.valueOf(refused.getMessage()));
    }

    /**
     * Names of settings.
     *
     * @param keys user and password, or keys
     * @param authorities whose certificates are trusted
     * @param tls whether the connection uses TLS
     */
    public record Settings(String address, String keys, String authorities, String tls) {}
}
