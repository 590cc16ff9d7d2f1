package io.eventjobs.gateway.template;

import io.eventjobs.artifact.InMemoryArtifactStore;
import java.time.Duration;

/** Catalogs of templates. */
public final class Templates {
    private Templates() {}

    /** The built-in ones, and no language model. */
    public static TemplateCatalog builtIn() {
        return new TemplateCatalog(
                new TemplateFolder(null, Duration.ofSeconds(1), System::nanoTime), false, new InMemoryArtifactStore());
    }
}
