package io.eventjobs.benchmarks;

import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.worker.work.JobFailedException;
import io.eventjobs.worker.work.JobWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Processes sessions one after another and prints their cost as a Markdown table. */
public final class Benchmarks implements AutoCloseable {
    private static final String NAME = "job-benchmark-";

    private final ConfigurableApplicationContext context;
    private final LoopbackHost host;
    private final Path folder;
    private final JobWork work;
    private final ForgettingStore store;
    private final HeapMeter heap = new HeapMeter();
    private final ProcessorTime processor = new ProcessorTime();
    private int done;

    private Benchmarks() throws IOException {
        context = new SpringApplicationBuilder(BenchmarkConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(
                        "event-jobs.worker.allowed-private-hosts=127.0.0.1", "logging.level.root=WARN", "debug=false")
                .run();
        host = new LoopbackHost(Material.all());
        folder = Files.createTempDirectory("event-jobs-benchmarks-");
        store = context.getBean(ForgettingStore.class);
        work = context.getBeansOfType(JobWork.class).values().stream()
                .filter(one -> one.type() == JobType.SESSION)
                .findFirst()
                .orElseThrow();
    }

    public static void main(String[] words) throws IOException, JobFailedException, InterruptedException {
        try (Benchmarks benchmarks = new Benchmarks()) {
            System.out.println(Measured.head());
            for (Scenario scenario : Scenario.ALL) {
                if (words.length == 0 || List.of(words).contains(scenario.word())) {
                    System.out.println(benchmarks.measured(scenario).row());
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        host.close();
        context.close();
        delete(folder);
    }

    private Measured measured(Scenario scenario) throws IOException, JobFailedException, InterruptedException {
        perform(scenario, scenario.warmup());
        long live = HeapMeter.live();
        long calls = store.calls();
        Duration processorBefore = processor.soFar();
        long start = System.nanoTime();
        Map<ProgressStep, Long> peaks = perform(scenario, scenario.sessions());
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        Duration spent = processor.soFar().minus(processorBefore);
        return new Measured(
                scenario,
                spent,
                wall,
                peaks,
                HeapMeter.live() - live,
                (store.calls() - calls) / (double) scenario.sessions());
    }

    private Map<ProgressStep, Long> perform(Scenario scenario, int times)
            throws IOException, JobFailedException, InterruptedException {
        Map<ProgressStep, Long> peaks = new EnumMap<>(ProgressStep.class);
        for (int i = 0; i < times; i++) {
            done++;
            Path own = Files.createDirectory(folder.resolve(String.valueOf(done)));
            MeteredExecution execution = new MeteredExecution(command(scenario), own, heap);
            JobResults results = work.perform(execution);
            require(scenario, results);
            execution.peaks().forEach((step, peak) -> peaks.merge(step, peak, Math::max));
            delete(own);
        }
        return peaks;
    }

    private JobCommand command(Scenario scenario) {
        return new JobCommand(
                new JobId(NAME + done),
                new TenantId("default"),
                null,
                1,
                1,
                null,
                1,
                null,
                Duration.ofSeconds(30),
                scenario.session(host, done));
    }

    /** Incomplete results are not measured. */
    private static void require(Scenario scenario, JobResults results) {
        if (!results.warnings().isEmpty()
                || scenario.slides() == results.assets().isEmpty()) {
            throw new IllegalStateException(
                    scenario.title() + ": " + results.assets().size() + " assets, " + results.warnings());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
