package io.eventjobs.standalone.cli;

import io.eventjobs.gateway.error.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** The value that a user may have meant, for an option that takes one of a few words. */
final class Suggestion {
    private Suggestion() {}

    /** The nearest allowed value; empty if the fault is another one or no value is near. */
    static Optional<String> of(CommandLine.ParameterException fault) {
        if (fault.getArgSpec() == null || fault.getValue() == null) {
            return Optional.empty();
        }
        Class<?> type = fault.getArgSpec().typeInfo().getType();
        if (!type.isEnum()) {
            return Optional.empty();
        }
        List<String> allowed =
                Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
        return NearestName.of(fault.getValue(), allowed);
    }
}
