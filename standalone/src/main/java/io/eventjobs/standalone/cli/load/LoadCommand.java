package io.eventjobs.standalone.cli.load;

import io.eventjobs.model.codec.WireFormat;
import io.eventjobs.standalone.client.GatewayOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Load test of a running gateway. */
@Command(
        name = "load",
        description = {
            "Load-test a running gateway: rates, latencies, CPU and garbage of a job, lost jobs and jobs that were completed twice.",
            "Mode accept stores the jobs on a paused queue, drain also measures how fast they are completed after the resume, steady sends them at a given rate."
        })
public final class LoadCommand implements Callable<Integer> {
    @Mixin
    GatewayOptions gateway = new GatewayOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--mode",
            split = ",",
            defaultValue = "steady",
            description = "accept, drain, steady, or several, run one after the other (default: ${DEFAULT-VALUE})")
    List<Mode> modes = List.of();

    @Option(names = "--jobs", required = true, description = "Number of jobs of each mode")
    int jobs;

    @Option(
            names = "--rate",
            description = "Jobs per second of the mode steady; hold it for at least 60 s to reach a steady state")
    double rate;

    @Option(
            names = "--batch",
            defaultValue = "1",
            description = "Jobs in a batch, 1 for single jobs (default: ${DEFAULT-VALUE})")
    int batch;

    @Option(
            names = "--payload",
            paramLabel = "BYTES",
            defaultValue = "0",
            description = "Size of the payload of each noop job (default: ${DEFAULT-VALUE})")
    int payload;

    @Option(
            names = "--clients",
            defaultValue = "8",
            description = "Concurrent clients of the modes accept and drain (default: ${DEFAULT-VALUE})")
    int clients;

    @Option(
            names = "--warm-up",
            paramLabel = "JOBS",
            defaultValue = "0",
            description = "Jobs that are run first and not measured (default: ${DEFAULT-VALUE})")
    int warmUp;

    @Option(
            names = "--type",
            defaultValue = "noop",
            description = "Type of the jobs: noop or session (default: ${DEFAULT-VALUE})")
    String type = "noop";

    @Option(
            names = "--page",
            description = "Page that session jobs fetch; workers must be allowed to fetch from its host")
    @Nullable String page;

    @Option(names = "--json", description = "Print JSON")
    boolean json;

    /** 0 if no job was refused, lost or completed twice, 1 otherwise. */
    @Override
    public Integer call() throws InterruptedException {
        validateOptions();
        Load load = new Load(type.equals("session") ? page : null, jobs, batch, payload, clients, rate);
        LoadMeasurement measurement = new LoadMeasurement(new LoadedGateway(gateway.client()), load);
        measurement.warmUp(warmUp);
        List<LoadReport> runs = new ArrayList<>();
        for (Mode mode : modes) {
            runs.add(measurement.run(mode));
        }
        print(runs);
        return runs.stream().allMatch(LoadReport::isClean) ? 0 : 1;
    }

    private void print(List<LoadReport> runs) {
        if (json) {
            spec.commandLine().getOut().println(WireFormat.mapper().writeValueAsString(new Runs(warmUp, runs)));
            return;
        }
        spec.commandLine()
                .getOut()
                .println(
                        warmUp == 0 ? "no warm-up: as the server was found" : "after a warm-up of " + warmUp + " jobs");
        runs.forEach(run -> spec.commandLine().getOut().println(run.text()));
    }

    private void validateOptions() {
        require(
                jobs >= 1 && clients >= 1 && warmUp >= 0,
                "--jobs and --clients must be at least 1, --warm-up at least 0");
        require(batch >= 1 && batch <= 10_000, "--batch must be between 1 and 10000");
        require(payload >= 0 && payload <= 200_000, "--payload must be between 0 and 200000");
        require(
                !modes.contains(Mode.STEADY) || rate > 0,
                "--rate must be given for the mode steady and greater than 0");
        require(type.equals("noop") || type.equals("session"), "--type must be noop or session, but is " + type);
        require(type.equals("noop") || page != null, "--page is required for --type session");
        require(type.equals("noop") || payload == 0, "--payload is for --type noop only");
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    /** @param warmUpJobs jobs that were run before the first run */
    private record Runs(int warmUpJobs, List<LoadReport> runs) {}
}
