package io.eventjobs.gateway.template;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.template.BuiltInTemplates;
import io.eventjobs.template.DocumentTemplate;
import io.eventjobs.template.TemplateFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.collections4.map.LRUMap;
import org.jspecify.annotations.Nullable;

/** The templates available to jobs: built-in ones, the tenant's own, the operator's; names are resolved in that order. Thread-safe. */
public final class TemplateCatalog implements TemplatePublisher {
    private static final String MARKDOWN = "text/markdown; charset=utf-8";
    private static final int MAX_REMEMBERED = 1_000;

    private final TemplateFolder folder;
    private final TenantTemplates own;
    private final boolean hasModel;
    private final ArtifactStore store;
    private final Map<String, TemplateFile> chosen = new LRUMap<>(MAX_REMEMBERED);
    private final Map<String, Boolean> kept = new LRUMap<>(MAX_REMEMBERED);

    /** @param hasModel whether the workers have a language model */
    TemplateCatalog(TemplateFolder folder, TenantTemplates own, boolean hasModel, ArtifactStore store) {
        this.folder = folder;
        this.own = own;
        this.hasModel = hasModel;
        this.store = store;
    }

    /** The template, in its exact version, that a tenant's job with this name will use. */
    public TemplateChoice choose(TenantId tenant, String name) {
        DocumentTemplate builtIn = BuiltInTemplates.find(name).orElse(null);
        if (builtIn != null) {
            return lacksModel(builtIn) ? new TemplateChoice.Refused(withoutModel(name)) : new TemplateChoice.BuiltIn();
        }
        FoundTemplate found = find(tenant, name);
        if (found == null) {
            return new TemplateChoice.Refused("must be one of " + String.join(", ", names(tenant)));
        }
        return switch (found) {
            case FoundTemplate.Bad bad ->
                new TemplateChoice.Refused("must be a valid template, but " + name + " is not: " + bad.fault());
            case FoundTemplate.Good good -> choose(good);
        };
    }

    private TemplateChoice choose(FoundTemplate.Good good) {
        if (lacksModel(good.template())) {
            return new TemplateChoice.Refused(withoutModel(good.name()));
        }
        synchronized (chosen) {
            chosen.put(good.text().hash(), good.text());
        }
        return new TemplateChoice.Own(good.text());
    }

    @Override
    public void publish(TenantId tenant, String hash) {
        String key = TemplateFile.key(tenant, hash);
        synchronized (kept) {
            if (kept.containsKey(key)) {
                return;
            }
        }
        TemplateFile text;
        synchronized (chosen) {
            text = chosen.get(hash);
        }
        if (text != null) {
            store.putIfAbsent(key, text.bytes(), MARKDOWN);
        }
        // A template that was not chosen on this gateway belongs to an earlier job and was stored then.
        synchronized (kept) {
            kept.put(key, true);
        }
    }

    /** All templates available to a tenant, including invalid ones. */
    List<TemplateView> list(TenantId tenant) {
        List<TemplateView> views = new ArrayList<>();
        BuiltInTemplates.list().forEach(template -> views.add(TemplateView.builtIn(template, problem(template))));
        List<FoundTemplate> owned = own.list(tenant);
        owned.forEach(found -> views.add(view(found, TemplateView.Origin.TENANT)));
        Set<String> names =
                new LinkedHashSet<>(owned.stream().map(FoundTemplate::name).toList());
        folder.templates().values().stream()
                .filter(found -> !names.contains(found.name()))
                .forEach(found -> views.add(view(found, TemplateView.Origin.OPERATOR)));
        return views;
    }

    /** The file of the template that a job of the tenant would use. */
    Optional<TemplateFile> text(TenantId tenant, String name) {
        return BuiltInTemplates.text(name)
                .or(() -> Optional.ofNullable(find(tenant, name)).map(FoundTemplate::text));
    }

    /** A tenant's template as shown to clients. */
    TemplateView view(FoundTemplate found, TemplateView.Origin origin) {
        return switch (found) {
            case FoundTemplate.Good good -> TemplateView.of(good, origin, problem(good.template()));
            case FoundTemplate.Bad bad -> TemplateView.bad(bad, origin);
        };
    }

    private @Nullable FoundTemplate find(TenantId tenant, String name) {
        return own.find(tenant, name).orElseGet(() -> folder.templates().get(name));
    }

    private Set<String> names(TenantId tenant) {
        Set<String> names = new LinkedHashSet<>();
        BuiltInTemplates.list().forEach(template -> names.add(template.name()));
        names.addAll(own.names(tenant));
        names.addAll(folder.templates().keySet());
        return names;
    }

    private boolean lacksModel(DocumentTemplate template) {
        return template.asksModel() && !hasModel;
    }

    private String problem(DocumentTemplate template) {
        return lacksModel(template) ? "it needs a language model, and none is configured" : "";
    }

    private static String withoutModel(String name) {
        return "must not need a language model, since none is configured (event-jobs.chat.url), but " + name
                + " needs one";
    }
}
