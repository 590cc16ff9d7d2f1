package io.eventjobs.system;

import static org.awaitility.Awaitility.await;

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

/** A cluster behind wires, of which one part after the other is hurt and mended; which one, chance says by a seed. */
final class Havoc implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Havoc.class);
    private static final List<String> WORKERS = List.of("worker-1", "worker-2", "worker-3");
    private static final List<String> GATEWAYS = List.of("gateway-1", "gateway-2");
    private static final long SLOW_BYTES_PER_SECOND = 20_000;

    private final Random random;
    private final Cluster cluster;
    private final Gateway gateway;
    private final Wires wires;

    private Havoc(Random random, Cluster cluster, Wires wires) {
        this.random = random;
        this.cluster = cluster;
        this.wires = wires;
        this.gateway = cluster.gateway(GATEWAYS.getFirst());
        GATEWAYS.stream().skip(1).forEach(cluster::gateway);
        WORKERS.forEach(worker -> cluster.worker(worker, 4));
        cluster.awaitReady(WORKERS.size());
    }

    /** Services, two gateways, three workers of four slots; they take jobs when this returns. */
    static Havoc start(Path folder, long seed) {
        int port = FreePort.next();
        TcpProxy kafka = TcpProxy.to(port);
        Cluster cluster = Cluster.withServices(
                folder, port, "127.0.0.1:" + kafka.port(), "--kafka-advertised-port", "" + kafka.port());
        TcpProxy mongodb =
                TcpProxy.to(URI.create(cluster.address("EVENT_JOBS_MONGODB")).getPort());
        TcpProxy s3 = TcpProxy.to(
                URI.create(cluster.address("EVENT_JOBS_S3_ENDPOINT")).getPort());
        cluster.through("EVENT_JOBS_MONGODB", "mongodb://127.0.0.1:" + mongodb.port() + "/event-jobs");
        cluster.through("EVENT_JOBS_S3_ENDPOINT", "http://127.0.0.1:" + s3.port());
        cluster.through("EVENT_JOBS_RETRY_MIN_DEFERRAL", "2s");
        return new Havoc(new Random(seed), cluster, new Wires(kafka, mongodb, s3));
    }

    Gateway gateway() {
        return gateway;
    }

    Messages messages() {
        return new Messages(cluster.address("EVENT_JOBS_KAFKA"));
    }

    /** One mishap, and time to get over it. The services die once for sure. */
    void strike(int round) {
        Mishap[] all = Mishap.values();
        Mishap mishap = round == 2 ? Mishap.SERVICES_ARE_KILLED : all[random.nextInt(all.length)];
        LOG.warn("Round {}: {}", round, mishap);
        befall(mishap);
        pause(3_000 + random.nextInt(4_000));
    }

    /** Everything runs again and sees each other. */
    void end() {
        wires.mend();
        cluster.awaitReady(WORKERS.size());
    }

    @Override
    public void close() {
        cluster.close();
        wires.close();
    }

    private void befall(Mishap mishap) {
        switch (mishap) {
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
            case KAFKA_IS_CUT -> during(wires.kafka()::cut);
            case MONGODB_IS_CUT -> during(wires.mongodb()::cut);
            case S3_IS_CUT -> during(wires.s3()::cut);
            case S3_IS_SLOW -> during(() -> wires.s3().slowDown(SLOW_BYTES_PER_SECOND));
            case REPORTS_TO_KAFKA_ARE_LOST -> during(() -> wires.kafka().lose(TcpProxy.Direction.REQUESTS));
            case ANSWERS_OF_KAFKA_ARE_LOST -> during(() -> wires.kafka().lose(TcpProxy.Direction.ANSWERS));
            case REPORTS_COME_AGAIN -> again("event-jobs.reports");
            case COMMANDS_COME_AGAIN -> again("event-jobs.commands");
            case NONSENSE_COMES -> {
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
        wires.mend();
    }

    /** Some of what was said, as it was said. */
    private void again(String topic) {
        List<ConsumerRecord<String, byte[]>> all = messages().all(topic);
        random.ints(Math.min(50, all.size()), 0, Math.max(1, all.size()))
                .mapToObj(all::get)
                .forEach(messages()::again);
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private static void pause(long millis) {
        Duration time = Duration.ofMillis(millis);
        await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }

    private enum Mishap {
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
        ANSWERS_OF_KAFKA_ARE_LOST,
        REPORTS_COME_AGAIN,
        COMMANDS_COME_AGAIN,
        NONSENSE_COMES
    }

    private record Wires(TcpProxy kafka, TcpProxy mongodb, TcpProxy s3) {
        void mend() {
            kafka.mend();
            mongodb.mend();
            s3.mend();
        }

        void close() {
            kafka.close();
            mongodb.close();
            s3.close();
        }
    }
}
