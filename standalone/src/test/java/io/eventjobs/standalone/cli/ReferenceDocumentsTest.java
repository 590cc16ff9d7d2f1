package io.eventjobs.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.model.job.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** docs/cli.md and docs/errors.md are written from the code: {@code -Ddocs.update=true} does it. */
class ReferenceDocumentsTest {
    private static final String MADE = "<!-- written by ReferenceDocumentsTest: mvn test -pl standalone -am"
            + " -Dtest=ReferenceDocumentsTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update=true -->\n";

    @Test
    void theReferenceOfTheCommandLineIsThatOfTheCode() throws IOException {
        StringBuilder text = new StringBuilder("# Command line\n\n" + MADE + "\n");
        text.append(
                "`event-jobs COMMAND --help` says the same in a terminal. `source <(event-jobs completion bash)`, or `zsh`, completes commands,"
                        + " options and words.\nWithout a terminal, progress is written as plain lines.\n\n");
        text.append(
                "All commands that call a gateway have `--url` (`EVENT_JOBS_URL`, `http://127.0.0.1:5001`), `--api-key` (`EVENT_JOBS_API_KEY`) and"
                        + " `--json`, which prints what the gateway answers.\n\n");
        text.append("| exit code | meaning |\n|---|---|\n");
        for (ExitCode code : ExitCode.values()) {
            text.append("| ")
                    .append(code.code())
                    .append(" | ")
                    .append(code.meaning())
                    .append(" |\n");
        }
        EventJobs.commandLine().getSubcommands().values().stream()
                .distinct()
                .forEach(command -> describe(command, text));

        isOrBecomes("cli.md", text.toString());
    }

    @Test
    void theReferenceOfErrorCodesIsThatOfTheCode() throws IOException {
        StringBuilder text = new StringBuilder("# Error codes\n\n" + MADE);
        text.append(
                "\n## Of the HTTP API\n`error.code` of a response.\n\n| code | status | meaning |\n|---|---|---|\n");
        for (ErrorCode code : ErrorCode.values()) {
            text.append("| `%s` | %d | %s |\n".formatted(code.name(), code.status(), code.meaning()));
        }
        text.append(
                "\n## Of jobs\n`error.code` of a job, and of its dead letter. A job that can succeed later is tried again by itself.\n\n");
        text.append("| code | | meaning |\n|---|---|---|\n");
        Arrays.stream(FailureCode.values())
                .forEach(code -> text.append("| `%s` | %s | %s |\n"
                        .formatted(code.name(), code.kind().word(), code.meaning())));

        isOrBecomes("errors.md", text.toString());
    }

    private static void describe(CommandLine command, StringBuilder text) {
        CommandSpec spec = command.getCommandSpec();
        boolean isGroup = !command.getSubcommands().isEmpty();
        text.append(spec.parent().parent() == null ? "\n## " : "\n### ")
                .append(spec.qualifiedName().replaceFirst("^event-jobs ", ""))
                .append('\n')
                .append(words(spec.usageMessage().description()))
                .append('\n');
        List<ArgSpec> arguments = spec.args().stream()
                .filter(argument -> !argument.hidden() && !(argument instanceof OptionSpec option && isCommon(option)))
                .toList();
        if (!isGroup && !arguments.isEmpty()) {
            text.append("\n| | |\n|---|---|\n");
            arguments.forEach(argument -> text.append("| `")
                    .append(name(argument))
                    .append("` | ")
                    .append(words(argument.description()).replace("|", "\\|"))
                    .append(argument.required() && argument.group() == null ? " (required)" : "")
                    .append(" |\n"));
        }
        command.getSubcommands().values().stream().distinct().forEach(below -> describe(below, text));
    }

    private static boolean isCommon(OptionSpec option) {
        return List.of("--help", "--url", "--api-key", "--json").contains(option.longestName());
    }

    private static String name(ArgSpec argument) {
        if (argument instanceof PositionalParamSpec) {
            return argument.paramLabel() + (argument.arity().max() > 1 ? "…" : "");
        }
        OptionSpec option = (OptionSpec) argument;
        boolean isFlag = option.arity().max() == 0;
        return option.longestName() + (isFlag ? "" : " " + option.paramLabel().replaceAll("^<|>$", ""));
    }

    private static String words(String[] lines) {
        return Arrays.stream(lines).map(line -> line.formatted()).collect(Collectors.joining(" "));
    }

    private static void isOrBecomes(String name, String text) throws IOException {
        Path document = Path.of("..", "docs", name);
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(document, text);
        }
        assertThat(document).content().isEqualTo(text);
    }
}
