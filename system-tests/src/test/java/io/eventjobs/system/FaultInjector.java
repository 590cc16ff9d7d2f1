package io.eventjobs.system;

import io.eventjobs.standalone.embedded.FreePort;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Injects faults into a cluster one after another, with time to recover; a seed determines which. */
final class FaultInjector implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FaultInjector.class);
    private static final List<String> WORKERS = List.of("worker-1", "worker-2", "worker-3");
    private static final List<String> GATEWAYS = List.of("gateway-1", "gateway-2");
    private static final long SLOW_BYTES_PER_SECOND = 20_000;
    private static final int ROUND_THAT_KILLS_THE_SERVICES = 2;

    /** With fewer rounds the services would not be killed. */
    static final int MIN_ROUNDS = ROUND_THAT_KILLS_THE_SERVICES + 1;

    private final Random random;
    private final Cluster cluster;
    private final Gateway gateway;
    private final Connections connections;

    private FaultInjector(Random random, Cluster cluster, Connections connections) {
        this.random = random;
        this.cluster = cluster;
        this.connections = connections;
        this.gateway = cluster.gateway(GATEWAYS.getFirst());
        GATEWAYS.stream().skip(1).forEach(cluster::gateway);
        WORKERS.forEach(worker -> cluster.worker(worker, 4));
        cluster.awaitReady(WORKERS.size());
    }

    /** Starts services, two gateways, and three workers with four slots each; returns when they accept jobs. */
    static FaultInjector start(Path folder, long seed) {
        int port = FreePort.next();
        TcpProxy kafka = TcpProxy.to(port);
        Cluster cluster = Cluster.withServices(
                folder, port, "127.0.0.1:" + kafka.port(), "--kafka-advertised-port", "" + kafka.port());
        TcpProxy mongodb =
                TcpProxy.to(URI.create(cluster.address("EVENT_JOBS_MONGODB")).getPort());
        TcpProxy s3 = TcpProxy.to(
                URI.create(cluster.address("EVENT_JOBS_S3_ENDPOINT")).getPort());
        cluster.set("EVENT_JOBS_MONGODB", "mongodb://127.0.0.1:" + mongodb.port() + "/event-jobs");
        cluster.set("EVENT_JOBS_S3_ENDPOINT", "http://127.0.0.1:" + s3.port());
        cluster.set("EVENT_JOBS_RETRY_MIN_DEFERRAL", "2s");
        return new FaultInjector(new Random(seed), cluster, new Connections(kafka, mongodb, s3));
    }

    Gateway gateway() {
        return gateway;
    }

    KafkaMessages messages() {
        return new KafkaMessages(cluster.address("EVENT_JOBS_KAFKA"));
    }

    /** Injects one fault and allows time to recover. The services are certain to be killed once. */
    void injectFault(int round) {
        Fault[] all = Fault.values();
        Fault fault =
                round == ROUND_THAT_KILLS_THE_SERVICES ? Fault.SERVICES_ARE_KILLED : all[random.nextInt(all.length)];
        LOG.warn("Round {}: {}", round, fault);
        inject(fault);
        pause(Cluster.LEASE.toMillis() + random.nextLong(Cluster.LEASE.toMillis()));
    }

    /** Waits until everything is running and connected again. */
    void awaitRecovery() {
        connections.restore();
        cluster.awaitReady(WORKERS.size());
    }

    @Override
    public void close() {
        cluster.close();
        connections.close();
    }

    private void inject(Fault fault) {
        switch (fault) {
            case WORKER_IS_KILLED -> killAndStart(any(WORKERS));
            case GATEWAY_IS_KILLED -> killAndStart(any(GATEWAYS));
            case SERVICES_ARE_KILLED -> killAndStart("services");
            case WORKER_FREEZES_PAST_ITS_LEASE -> {
                String worker = any(WORKERS);
                cluster.freeze(worker);
                pause(Cluster.LEASE.toMillis() + 2_000);
                cluster.thaw(worker);
            }
            case WORKER_IS_STOPPED -> {
                String worker = any(WORKERS);
                cluster.terminate(worker);
                cluster.awaitEnd(worker);
                cluster.start(worker);
            }
            case KAFKA_IS_CUT -> during(connections.kafka()::cut);
            case MONGODB_IS_CUT -> during(connections.mongodb()::cut);
            case S3_IS_CUT -> during(connections.s3()::cut);
            case S3_IS_SLOW -> during(() -> connections.s3().throttle(SLOW_BYTES_PER_SECOND));
            case REPORTS_TO_KAFKA_ARE_LOST -> during(() -> connections.kafka().drop(TcpProxy.Direction.REQUESTS));
            case RESPONSES_OF_KAFKA_ARE_LOST -> during(() -> connections.kafka().drop(TcpProxy.Direction.RESPONSES));
            case REPORTS_ARE_RESENT -> resend("event-jobs.reports");
            case COMMANDS_ARE_RESENT -> resend("event-jobs.commands");
            case NONSENSE_COMES -> {
                awaitKafka("event-jobs.commands");
                byte[] nonsense = "{".getBytes(StandardCharsets.UTF_8);
                messages().send("event-jobs.commands", "nobody", nonsense);
                messages().send("event-jobs.reports", "nobody", nonsense);
            }
        }
    }

    private void killAndStart(String name) {
        cluster.kill(name);
        pause(500 + random.nextInt(1_500));
        cluster.start(name);
    }

    private void during(Runnable fault) {
        fault.run();
        pause(1_000 + random.nextInt(5_000));
        connections.restore();
    }

    /** Resends some of the recorded messages, byte for byte. */
    private void resend(String topic) {
        List<ConsumerRecord<String, byte[]>> all = awaitKafka(topic);
        random.ints(Math.min(50, all.size()), 0, Math.max(1, all.size()))
                .mapToObj(all::get)
                .forEach(messages()::resend);
    }

    /** An earlier fault may still be in effect. */
    private List<ConsumerRecord<String, byte[]>> awaitKafka(String topic) {
        return Progress.await(topic + " can be read", () -> messages().all(topic), all -> true);
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private static void pause(long millis) {
        Progress.letPass(Duration.ofMillis(millis));
    }

    private enum Fault {
        WORKER_IS_KILLED,
        GATEWAY_IS_KILLED,
        SERVICES_ARE_KILLED,
        WORKER_FREEZES_PAST_ITS_LEASE,
        WORKER_IS_STOPPED,
        KAFKA_IS_CUT,
        MONGODB_IS_CUT,
        S3_IS_CUT,
        S3_IS_SLOW,
        REPORTS_TO_KAFKA_ARE_LOST,
        RESPONSES_OF_KAFKA_ARE_LOST,
        REPORTS_ARE_RESENT,
        COMMANDS_ARE_RESENT,
        NONSENSE_COMES
    }

    private record Connections(TcpProxy kafka, TcpProxy mongodb, TcpProxy s3) {
        void restore() {
            kafka.restore();
            mongodb.restore();
            s3.restore();
        }

        void close() {
            kafka.close();
            mongodb.close();
            s3.close();
        }
    }
}
