package io.eventjobs.gateway.template;

import io.eventjobs.artifact.InMemoryArtifactStore;
import java.time.Duration;

/** Catalogs of templates. */
public final class Templates {
    private Templates() {}

    /** The built-in ones, and no language model. */
    public static TemplateCatalog builtIn() {
        InMemoryArtifactStore store = new InMemoryArtifactStore();
        Duration reload = Duration.ofSeconds(1);
        return new TemplateCatalog(
                new TemplateFolder(null, reload, System::nanoTime),
                new TenantTemplates(store, 1, reload, System::nanoTime),
                false,
                store);
    }
}
