package io.eventjobs.standalone.cli.jobs;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which jobs of a batch or a conference to restart, and how. */
final class RestartedJobs {
    @Option(names = "--only", description = "failed, or all finished jobs (default: failed)")
    @Nullable Which only;

    @Option(names = "--no-cache", description = "Do not use checkpoints of earlier runs")
    boolean noCache;

    /** The request body. */
    String body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (only != null) {
            body.put("only", only.toString());
        }
        if (noCache) {
            body.put("use_cache", false);
        }
        return body.toString();
    }

    enum Which {
        FAILED,
        ALL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
