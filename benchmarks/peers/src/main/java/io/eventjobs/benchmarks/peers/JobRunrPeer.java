package io.eventjobs.benchmarks.peers;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.configuration.JobRunrConfiguration;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.sql.common.SqlStorageProviderFactory;

/** JobRunr, free edition: job requests in bulk, the shortest polling interval that it accepts. */
final class JobRunrPeer implements Peer {
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(5);

    private final HikariDataSource database;
    private final int threads;

    JobRunrPeer(HikariDataSource database, int threads) {
        this.database = database;
        this.threads = threads;
    }

    @Override
    public String name() {
        return "JobRunr " + Versions.of(JobRunr.class);
    }

    @Override
    public String tuning() {
        return threads + " workers, poll interval " + POLL_INTERVAL.toSeconds()
                + " s (and whenever workers are free), dashboard off";
    }

    @Override
    public void store(Iterable<String> payloads) {
        configuration(() -> {})
                .initialize()
                .getJobRequestScheduler()
                .enqueue(StreamSupport.stream(payloads.spliterator(), false).map(JobRunrNoop::new));
    }

    @Override
    public Running start(Runnable done) {
        BackgroundJobServer server = configuration(done)
                .useBackgroundJobServer(
                        BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                                .andWorkerCount(threads)
                                .andPollInterval(POLL_INTERVAL)
                                .andInterruptJobsAwaitDurationOnStopBackgroundJobServer(Duration.ofSeconds(1)),
                        false)
                .initialize()
                .getBackgroundJobServer();
        server.start();
        return server::stop;
    }

    @Override
    public long unfinished() {
        return Sql.number(database, "select count(*) from jobrunr_jobs where state in ('ENQUEUED', 'PROCESSING')");
    }

    private JobRunrConfiguration configuration(Runnable done) {
        StorageProvider storage = SqlStorageProviderFactory.using(database);
        return JobRunr.configure().useStorageProvider(storage).useJobActivator(new Activator(done));
    }

    private record Activator(Runnable done) implements JobActivator {
        @Override
        public <T> T activateJob(Class<T> type) {
            return type.cast(new JobRunrNoopHandler(done));
        }
    }
}
