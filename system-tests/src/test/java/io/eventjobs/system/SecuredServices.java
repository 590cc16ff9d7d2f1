package io.eventjobs.system;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.eventjobs.standalone.embedded.EmbeddedServers;
import io.eventjobs.standalone.embedded.ServerPorts;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The three services with a private authority: Kafka with TLS and SCRAM, the object store with TLS and keys, a MongoDB-compatible server
 * with TLS. The last does not know passwords; one that refuses each has an address of its own.
 */
final class SecuredServices implements AutoCloseable {
    private final Certificates certificates;
    private final EmbeddedServers plain;
    private final SecuredKafka kafka;
    private final List<Runnable> opened = new ArrayList<>();

    private SecuredServices(Certificates certificates, EmbeddedServers plain, SecuredKafka kafka) {
        this.certificates = certificates;
        this.plain = plain;
        this.kafka = kafka;
    }

    static SecuredServices start(Path folder) throws Exception {
        Certificates certificates = Certificates.in(folder);
        return new SecuredServices(
                certificates,
                EmbeddedServers.ephemeral(ServerPorts.ANY),
                SecuredKafka.start(folder.resolve("kafka"), certificates));
    }

    /** What a gateway or worker must be given, as environment variables. */
    Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("EVENT_JOBS_KAFKA", kafka(Certificates.Kind.VALID));
        variables.put("SPRING_KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
        variables.put("SPRING_KAFKA_PROPERTIES_SASL_MECHANISM", "SCRAM-SHA-512");
        variables.put("SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", SecuredKafka.login(SecuredKafka.PASSWORD));
        variables.put("SPRING_KAFKA_SSL_TRUST_STORE_TYPE", "PEM");
        variables.put("SPRING_KAFKA_SSL_TRUST_STORE_LOCATION", "file:" + authority());
        variables.put("EVENT_JOBS_MONGODB", mongodb(Certificates.Kind.VALID));
        variables.put("SPRING_MONGODB_SSL_BUNDLE", "services");
        variables.put("SPRING_SSL_BUNDLE_PEM_SERVICES_TRUSTSTORE_CERTIFICATE", "file:" + authority());
        variables.put("EVENT_JOBS_S3_ENDPOINT", objectStore(Certificates.Kind.VALID));
        variables.put("EVENT_JOBS_S3_ACCESS_KEY", plain.addresses().s3Keys().accessKey());
        variables.put("EVENT_JOBS_S3_SECRET_KEY", plain.addresses().s3Keys().secretKey());
        variables.put("EVENT_JOBS_S3_CA_CERTIFICATES", authority().toString());
        return variables;
    }

    Path authority() {
        return certificates.authority();
    }

    String kafka(Certificates.Kind kind) {
        return kafka.bootstrapServers(kind);
    }

    Map<String, Object> kafkaClient() {
        return SecuredKafka.client(kafka(Certificates.Kind.VALID), certificates);
    }

    String mongodb(Certificates.Kind kind) {
        URI address = URI.create(plain.addresses().mongodbUri());
        return "mongodb://" + address.getUserInfo() + "@localhost:" + secured(address.getPort(), kind)
                + "/event-jobs?tls=true&" + address.getQuery();
    }

    /** Of a server that knows no user. */
    String mongodbThatRefuses() {
        MongoServer server = new MongoServer(new Refusing());
        InetSocketAddress address = server.bind();
        opened.add(server::shutdownNow);
        int port = secured(address.getPort(), Certificates.Kind.VALID);
        return "mongodb://event-jobs:wrong@localhost:" + port + "/event-jobs?authSource=admin&tls=true";
    }

    String objectStore(Certificates.Kind kind) {
        return "https://localhost:" + secured(plain.addresses().s3Endpoint().getPort(), kind);
    }

    @Override
    public void close() {
        opened.forEach(Runnable::run);
        kafka.close();
        plain.close();
    }

    private int secured(int port, Certificates.Kind kind) {
        TlsProxy proxy = TlsProxy.to(port, certificates.server(kind));
        opened.add(proxy::close);
        return proxy.port();
    }

    private static final class Refusing extends MemoryBackend {
        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            if (command.equals("saslStart")) {
                throw new MongoServerError(18, "AuthenticationFailed", "Authentication failed.");
            }
            return super.handleCommand(channel, database, command.equals("hello") ? "isMaster" : command, query);
        }
    }
}
