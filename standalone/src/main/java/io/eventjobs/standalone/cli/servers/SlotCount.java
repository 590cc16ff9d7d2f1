package io.eventjobs.standalone.cli.servers;

import picocli.CommandLine.ITypeConverter;

/** Reads an option that is a number of concurrent jobs. */
final class SlotCount implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        return IntegerRange.of(text, 1, 1_000);
    }
}
