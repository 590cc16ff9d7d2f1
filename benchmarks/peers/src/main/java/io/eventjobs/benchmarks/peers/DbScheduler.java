package io.eventjobs.benchmarks.peers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** db-scheduler: one-time tasks, polled with lock-and-fetch, as its documentation advises for throughput. */
final class DbScheduler implements Peer {
    private static final TaskDescriptor<String> NOOP = TaskDescriptor.of("noop", String.class);
    private static final int BATCH = 1_000;
    /** Documentation: 1.0 and 4.0 keep the threads busy. */
    private static final double LOWER_LIMIT = 1.0;

    private static final double FETCHED = 4.0;
    private static final Duration POLLING_INTERVAL = Duration.ofMillis(100);

    private final HikariDataSource database;
    private final int threads;

    DbScheduler(HikariDataSource database, int threads) {
        this.database = database;
        this.threads = threads;
        Sql.run(
                database,
                """
                create table if not exists scheduled_tasks (
                  task_name text not null,
                  task_instance text not null,
                  task_data bytea,
                  execution_time timestamp with time zone not null,
                  picked boolean not null,
                  picked_by text,
                  last_success timestamp with time zone,
                  last_failure timestamp with time zone,
                  consecutive_failures int,
                  last_heartbeat timestamp with time zone,
                  version bigint not null,
                  priority smallint,
                  state text,
                  primary key (task_name, task_instance)
                )""");
        Sql.run(database, "create index if not exists execution_time_idx on scheduled_tasks (execution_time)");
        Sql.run(database, "create index if not exists last_heartbeat_idx on scheduled_tasks (last_heartbeat)");
    }

    @Override
    public String name() {
        return "db-scheduler " + Versions.of(Scheduler.class);
    }

    @Override
    public String tuning() {
        return threads + " threads, lock-and-fetch " + LOWER_LIMIT + "/" + FETCHED + ", polling interval "
                + POLLING_INTERVAL.toMillis() + " ms";
    }

    @Override
    public void store(Iterable<String> payloads) {
        SchedulerClient client =
                SchedulerClient.Builder.create(database, task(() -> {})).build();
        List<TaskInstance<?>> batch = new ArrayList<>();
        for (String payload : payloads) {
            batch.add(NOOP.instance(UUID.randomUUID().toString()).data(payload).build());
            if (batch.size() == BATCH) {
                client.scheduleBatch(List.copyOf(batch), Instant.now());
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            client.scheduleBatch(batch, Instant.now());
        }
    }

    @Override
    public Running start(Runnable done) {
        Scheduler scheduler = Scheduler.create(database, task(done))
                .threads(threads)
                .pollUsingLockAndFetch(LOWER_LIMIT, FETCHED)
                .pollingInterval(POLLING_INTERVAL)
                .build();
        scheduler.start();
        return scheduler::stop;
    }

    /** A finished one-time task is deleted. */
    @Override
    public long unfinished() {
        return Sql.number(database, "select count(*) from scheduled_tasks");
    }

    private static OneTimeTask<String> task(Runnable done) {
        return Tasks.oneTime(NOOP).execute((instance, context) -> done.run());
    }
}
