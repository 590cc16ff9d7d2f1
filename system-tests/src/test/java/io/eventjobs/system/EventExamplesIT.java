package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eventjobs.standalone.process.SingleProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.tools.consumer.ConsoleConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples of docs/events.md that are not in Java. */
@ExtendWith(SystemUnderTest.class)
class EventExamplesIT {
    private static final String CONSOLE = "kafka-console-consumer.sh";

    @TempDir
    Path folder;

    @Test
    void theConsoleConsumerPrintsHeadersKeyAndData(SingleProcess machine, Gateway gateway, TestSite site)
            throws Exception {
        String job = gateway.submit("On the console", site.address("/console"));
        gateway.awaitFinished(job);
        String address = machine.backends().kafkaBootstrapServers();
        Progress.await("its last event is published", () -> new KafkaMessages(machine)
                .ofKey("event-jobs.events", job).stream().anyMatch(event -> KafkaMessages.header(event, "ce_type")
                        .equals("job.completed")));

        List<String> arguments = new ArrayList<>(documented().stream()
                .map(word -> word.equals("127.0.0.1:9092") ? address : word)
                .toList());
        machine.backends()
                .kafkaClientFile()
                .ifPresent(file -> arguments.addAll(List.of("--command-config", file.toString())));

        String printed = run(null, java(ConsoleConsumer.class, arguments));

        assertThat(printed.lines().filter(line -> line.contains("ce_subject:" + job)))
                .isNotEmpty()
                .allMatch(line -> line.contains("\t" + job + "\t{\"job_id\":\"" + job + "\""))
                .anyMatch(line -> line.contains("ce_type:job.completed"));
    }

    @Test
    void thePythonProgramPrintsEachFinishedJobOnce() throws Exception {
        assumeTrue(hasPython(), "python3 is not installed: its example is not run");
        String completed =
                """
                {"type":"job.completed","subject":"job-1","sequence":4,"data":{"job_id":"job-1","markdown_file":"/job-1/a.md"}}
                """;
        String failed =
                """
                {"type":"job.failed","subject":"job-2","sequence":3,"data":{"job_id":"job-2","error_code":"HTTP_NOT_FOUND"}}
                """;
        Path events = Files.writeString(folder.resolve("events"), completed + failed + completed + failed);

        String printed = run(events, List.of("python3", "../docs/examples/finished_jobs.py"));

        assertThat(printed.lines()).containsExactly("job-1 /job-1/a.md", "job-2 HTTP_NOT_FOUND");
    }

    /** The arguments of the documented command. */
    private static List<String> documented() throws IOException {
        String document = Files.readString(Path.of("../docs/events.md"));
        String command = document.substring(document.indexOf(CONSOLE) + CONSOLE.length());
        return Arrays.stream(command.substring(0, command.indexOf("```"))
                        .replace("\\\n", " ")
                        .strip()
                        .split("\\s+"))
                .toList();
    }

    private static List<String> java(Class<?> program, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(arguments);
        return command;
    }

    private String run(@Nullable Path input, List<String> command) throws Exception {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("errors").toFile());
        if (input != null) {
            builder.redirectInput(input.toFile());
        }
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    private static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
