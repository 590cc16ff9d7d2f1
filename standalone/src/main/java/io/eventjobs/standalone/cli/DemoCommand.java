package io.eventjobs.standalone.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Placeholder until the conference is bundled. */
@Command(name = "demo", description = "Run the whole system on a bundled conference and show what it makes.")
final class DemoCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 1;
    }
}
