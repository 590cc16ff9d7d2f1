package io.eventjobs.standalone.client;

import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** What every command that calls the gateway has: the gateway, the choice of JSON, and the output. */
public final class ClientCommand {
    @Mixin
    GatewayOptions gateway = new GatewayOptions();

    @Option(names = "--json", description = "Print what the gateway answers, as JSON")
    boolean json;

    @Spec(Spec.Target.MIXEE)
    CommandSpec command = CommandSpec.create();

    public GatewayClient gateway() {
        return gateway.client();
    }

    /** Whether JSON is wanted. */
    public boolean json() {
        return json;
    }

    public PrintWriter out() {
        return command.commandLine().getOut();
    }

    public PrintWriter err() {
        return command.commandLine().getErr();
    }

    /** Prints an answer of the gateway as JSON, or for people as given; returns the exit code 0. */
    public int show(JsonNode answer, Consumer<PrintWriter> forPeople) {
        PrintWriter out = out();
        if (json) {
            out.println(TerminalText.json(answer.toPrettyString()));
        } else {
            forPeople.accept(out);
        }
        out.flush();
        return 0;
    }

    /** Prints the message in the gateway's answer to an action; returns the exit code 0. */
    public int showMessage(JsonNode answer) {
        return show(
                answer,
                out -> out.println(TerminalText.line(answer.path("message").asString("Done"))));
    }

    /** Prints fields of an answer, one to a line; returns the exit code 0. */
    public int showFields(JsonNode answer, String... fields) {
        return show(answer, out -> {
            for (String field : fields) {
                String value = FieldText.of(answer, field);
                if (!value.isEmpty()) {
                    out.printf("%-16s %s%n", field.substring(field.lastIndexOf('.') + 1), value);
                }
            }
        });
    }
}
