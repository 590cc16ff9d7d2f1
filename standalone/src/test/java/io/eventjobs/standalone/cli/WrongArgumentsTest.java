package io.eventjobs.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Wrong arguments are refused at once, in a line that says what is allowed. */
class WrongArgumentsTest {
    private final StringWriter errors = new StringWriter();
    private final CommandLine program = EventJobs.commandLine().setErr(new PrintWriter(errors, true));

    @ParameterizedTest
    @CsvSource({
        "up --port 99999, --port, 'a number from 0 to 65535, but is 99999'",
        "gateway --port -1, --port, 'a number from 0 to 65535, but is -1'",
        "services --kafka-port x, --kafka-port, 'a number from 0 to 65535, but is x'",
        "worker --management-port 70000, --management-port, 'a number from 0 to 65535, but is 70000'",
        "up --slots 0, --slots, 'a number from 1 to 1000, but is 0'",
        "worker --slots many, --slots, 'a number from 1 to 1000, but is many'",
        "up --lease 1s, --lease, 'a time from 3s to 10m, but is 1s'",
        "worker --lease soon, --lease, 'a time from 3s to 10m, but is soon'"
    })
    void aValueOutOfRangeIsRefusedInOneLine(String line, String option, String allowed) {
        assertThat(program.execute(line.split(" "))).isEqualTo(2);

        assertThat(errors.toString().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("event-jobs: Invalid value for option '" + option)
                .endsWith("must be " + allowed);
        assertThat(errors.toString()).contains("See: event-jobs " + line.split(" ")[0] + " --help");
    }

    @Test
    void aCommandWithASlipIsToldWhichOneMayBeMeant() {
        assertThat(program.execute("dowload", "job-1")).isEqualTo(2);

        assertThat(errors.toString()).contains("download").contains("See: event-jobs --help");
    }

    @Test
    void aWordWithASlipIsToldWhichOneMayBeMeant() {
        assertThat(program.execute("jobs", "list", "--status", "complted")).isEqualTo(2);

        assertThat(errors.toString())
                .contains("[PENDING, PROCESSING, COMPLETED, FAILED, CANCELLED] (case-insensitive)")
                .contains("Did you mean: completed?");
    }

    @Test
    void everyHelpListsTheExitCodes() {
        StringWriter help = new StringWriter();

        assertThat(program.setOut(new PrintWriter(help, true)).execute("batches", "fail", "--help"))
                .isZero();

        assertThat(help.toString()).contains("Exit codes:", "3     no gateway responded");
    }

    @Test
    void anOptionWithASlipIsToldWhichOneMayBeMeant() {
        assertThat(program.execute("up", "--slot", "4")).isEqualTo(2);

        assertThat(errors.toString()).contains("--slots");
    }
}
