package io.eventjobs.worker.session.parser;

import io.eventjobs.document.process.Sandbox;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where parser processes run, found out once for all of them. */
public record ParserSandbox(Sandbox sandbox) {
    private static final Logger LOG = LoggerFactory.getLogger(ParserSandbox.class);
    private static final int FROM_PROGRAM_TO_INSTALLATION = 2;

    /**
     * Tries whether this system permits a sandbox.
     *
     * @param office program that converts office files, whose installation is visible if it is given by its path
     */
    public static ParserSandbox find(String office) {
        Sandbox sandbox = ParserCommand.sandbox(
                office.contains("/") ? List.of(installation(Path.of(office).toAbsolutePath())) : List.of());
        if (sandbox.isAvailable()) {
            LOG.atInfo().log("Parser processes see no files but their own");
        } else {
            LOG.atWarn()
                    .log(
                            "Parser processes see all files that this worker sees, since the system permits no namespaces");
        }
        return new ParserSandbox(sandbox);
    }

    private static Path installation(Path program) {
        Path folder = program;
        for (int i = 0; i < FROM_PROGRAM_TO_INSTALLATION && folder.getNameCount() > 1; i++) {
            folder = folder.resolveSibling("").normalize();
        }
        return folder;
    }
}
