package io.eventjobs.standalone.cli.imports;

import io.eventjobs.standalone.client.ClientCommand;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Submits the sessions of a schedule as batches, one for each track; run again, only those that are new or have changed. */
@Command(
        name = "import",
        description =
                "Submit the sessions of a schedule, a batch for each track; run again, only those that are new or have changed.")
public final class ImportCommand implements Callable<Integer> {
    @Mixin
    ClientCommand client = new ClientCommand();

    @Mixin
    ImportOptions options = new ImportOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "SCHEDULE",
            description = "URL or file of a schedule: XML of Pentabarf, frab, pretalx or FOSDEM, schedule.json, "
                    + "Indico's or Sessionize's JSON, or iCalendar")
    String source = "";

    /** 0 if all jobs are submitted or there is nothing to submit, 1 if something failed, 2 if the options do not fit the schedule. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        return new ScheduleImport(client, options, spec.commandLine()).run(source);
    }
}
