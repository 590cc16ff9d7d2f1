package io.eventjobs.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandTableTest {
    static Iterable<String> names() {
        return CommandTable.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCommandIsFoundByTheNameThatItGivesItself(String name) {
        assertThat(CommandTable.command(name)
                        .getClass()
                        .getAnnotation(Command.class)
                        .name())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCommandIsTheSameWithoutTheOthers(String name) {
        assertThat(helpOf(EventJobs.commandLineFor(name), name)).isEqualTo(helpOf(EventJobs.commandLine(), name));
    }

    @Test
    void aCommandThatIsNamedIsTheOnlyOneMade() {
        assertThat(EventJobs.commandLineFor("queue", "show").getSubcommands()).containsOnlyKeys("queue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dowload", "--help", "completion"})
    void whateverNamesNoneOrAllHasAll(String argument) {
        assertThat(EventJobs.commandLineFor(argument).getSubcommands()).containsOnlyKeys(CommandTable.NAMES);
    }

    private static String helpOf(CommandLine line, String name) {
        StringWriter out = new StringWriter();
        assertThat(line.setOut(new PrintWriter(out, true)).execute(name, "--help"))
                .isZero();
        return out.toString();
    }
}
