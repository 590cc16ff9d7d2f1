package io.eventjobs.standalone.cli.servers;

import picocli.CommandLine.ITypeConverter;

/** Reads an option that is a port: 0 for any free one, at most 65535. */
final class PortNumber implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        return IntegerRange.of(text, 0, 65_535);
    }
}
