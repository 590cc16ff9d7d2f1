package io.eventjobs.system.fuzz;

import java.io.IOException;

/**
 * What Jazzer calls with inputs that it makes from those that reached new code; {@code .ci/fuzz} starts it. Not a test: it only ends
 * when it has found something or its time is over.
 */
public final class CoverageFuzzer {
    private static final FuzzTarget TARGET = FuzzTarget.valueOf(System.getProperty("fuzz.target", "PAGES"));

    private CoverageFuzzer() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        TARGET.read(input);
    }
}
