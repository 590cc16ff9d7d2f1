package io.eventjobs.standalone.cli;

import io.eventjobs.standalone.client.GatewayException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** What a command ends with, for scripts. */
public enum ExitCode {
    SUCCESS(0, "success"),
    FAILED(
            1,
            "the gateway refused, a job that was waited for failed or was cancelled, or a file cannot be read or written"),
    USAGE(2, "the arguments are wrong"),
    NO_GATEWAY(3, "no gateway responded"),
    INTERRUPTED(130, "interrupted with Ctrl-C");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    /** The code for a fault that is not one of the arguments. */
    static ExitCode of(Throwable fault) {
        return fault instanceof GatewayException gateway && gateway.isSilence() ? NO_GATEWAY : FAILED;
    }

    /** Adds the list to the help of a command and of all below it. */
    static void describe(CommandLine command) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (ExitCode each : values()) {
            meanings.put(Integer.toString(each.code), each.meaning);
        }
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(meanings);
        command.getSubcommands().values().forEach(ExitCode::describe);
    }
}
