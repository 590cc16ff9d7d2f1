package io.eventjobs.gateway.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The records in a MongoDB of their own, empty at first, with the declared indexes. */
public final class Records implements AutoCloseable {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client;
    private final MongoTemplate mongo;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private Records() {
        client = MongoClients.create("mongodb://127.0.0.1:" + server.bind().getPort());
        mongo = new MongoTemplate(client, "test");
    }

    public static Records empty() throws InterruptedException {
        Records records = new Records();
        new RecordIndexes(records.mongo, System::nanoTime, Duration.ofSeconds(10), new MongoRefusals(List::of))
                .afterPropertiesSet();
        return records;
    }

    public MongoTemplate mongo() {
        return mongo;
    }

    public JobRecords jobs() {
        return new JobRecords(mongo, executor);
    }

    public BatchRecords batches() {
        return new BatchRecords(mongo);
    }

    public UnfinishedRecords unfinished() {
        return new UnfinishedRecords(mongo, batches());
    }

    public JobSearch jobSearch() {
        return new JobSearch(mongo);
    }

    public BatchSearch batchSearch() {
        return new BatchSearch(mongo);
    }

    public KeyRecords keys() {
        return new KeyRecords(mongo);
    }

    public JobLogs logs() {
        return new JobLogs(mongo);
    }

    public QueueStatistics queue() {
        return new QueueStatistics(mongo);
    }

    public StorageRecords storage() {
        return new StorageRecords(mongo);
    }

    public DeadLetterRecords deadLetters() {
        return new DeadLetterRecords(mongo);
    }

    public EventSummaries events() {
        return new EventSummaries(mongo);
    }

    public UploadRecords uploads() {
        return new UploadRecords(mongo);
    }

    public ReplayRecords replays() {
        return new ReplayRecords(mongo);
    }

    public WebhookRecords webhooks() {
        return new WebhookRecords(mongo);
    }

    public DeliveryRecords deliveries() {
        return new DeliveryRecords(mongo);
    }

    public HostRecords hosts(Clock clock) {
        return new HostRecords(mongo, clock);
    }

    public Quarantine quarantine(Clock clock) {
        return new Quarantine(mongo, clock);
    }

    public AuditLog audit(Clock clock) {
        return new AuditLog(mongo, clock);
    }

    @Override
    public void close() {
        executor.close();
        client.close();
        server.shutdownNow();
    }
}
