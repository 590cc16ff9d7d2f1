package io.eventjobs.benchmarks.peers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** Measures one peer in this process; the script {@code benchmarks/run peers} starts it. */
final class PeersCommand {
    private PeersCommand() {}

    /**
     * @param arguments peer, JDBC URL, process id of PostgreSQL, jobs, warm-up jobs, payload bytes, threads, file for the result
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int jobs = Integer.parseInt(arguments[3]);
        int warmUp = Integer.parseInt(arguments[4]);
        int threads = Integer.parseInt(arguments[6]);
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(arguments[1]);
        pool.setUsername("postgres");
        // Constant, so that no process of PostgreSQL ends within a measurement and takes its processor time with it.
        pool.setMaximumPoolSize(threads + 4);
        pool.setMinimumIdle(threads + 4);
        try (HikariDataSource database = new HikariDataSource(pool)) {
            Peer peer =
                    switch (arguments[0]) {
                        case "db-scheduler" -> new DbScheduler(database, threads);
                        case "jobrunr" -> new JobRunrPeer(database, threads);
                        default -> throw new IllegalArgumentException("unknown peer: " + arguments[0]);
                    };
            DrainMeasurement measurement =
                    new DrainMeasurement(peer, Long.parseLong(arguments[2]), Integer.parseInt(arguments[5]));
            Drain cold = measurement.of(jobs);
            if (warmUp > 0) {
                measurement.of(warmUp);
            }
            Drain warm = measurement.of(jobs);
            String durability = "fsync " + Sql.text(database, "show fsync") + ", synchronous_commit "
                    + Sql.text(database, "show synchronous_commit");
            PeerResult result = new PeerResult(
                    peer.name(),
                    peer.tuning() + "; PostgreSQL " + Sql.text(database, "show server_version") + ", " + durability,
                    warmUp,
                    cold,
                    warm);
            Files.writeString(
                    Path.of(arguments[7]), JsonMapper.builder().build().writeValueAsString(result));
        }
        // Threads of the peers may outlive their schedulers.
        System.exit(0);
    }
}
