package io.eventjobs.gateway.template;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.template.BuiltInTemplates;
import io.eventjobs.template.DocumentTemplate;
import io.eventjobs.template.TemplateText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The templates that jobs may ask for. Thread-safe. */
public final class TemplateCatalog implements TemplateKeeper {
    private static final String MARKDOWN = "text/markdown; charset=utf-8";
    private static final int MOST_REMEMBERED = 1_000;

    private final TemplateFolder folder;
    private final boolean hasModel;
    private final ArtifactStore store;
    private final Map<String, TemplateText> chosen = new Recent<>();
    private final Map<String, Boolean> kept = new Recent<>();

    /** @param hasModel whether the workers have a language model */
    TemplateCatalog(TemplateFolder folder, boolean hasModel, ArtifactStore store) {
        this.folder = folder;
        this.hasModel = hasModel;
        this.store = store;
    }

    /** What a job is written with that asks for this name, exactly. */
    public TemplateChoice choose(String name) {
        DocumentTemplate builtIn = BuiltInTemplates.find(name).orElse(null);
        if (builtIn != null) {
            return lacksModel(builtIn) ? new TemplateChoice.Refused(withoutModel(name)) : new TemplateChoice.BuiltIn();
        }
        FoundTemplate found = folder.templates().get(name);
        if (found == null) {
            return new TemplateChoice.Refused("must be one of " + names());
        }
        return switch (found) {
            case FoundTemplate.Bad bad ->
                new TemplateChoice.Refused("must be one that can be used; of " + name + ", " + bad.fault());
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
    public void keep(TenantId tenant, String hash) {
        String key = TemplateText.key(tenant, hash);
        synchronized (kept) {
            if (kept.containsKey(key)) {
                return;
            }
        }
        TemplateText text;
        synchronized (chosen) {
            text = Objects.requireNonNull(chosen.get(hash), "the template was chosen");
        }
        store.prepare();
        store.putIfAbsent(key, text.bytes(), MARKDOWN);
        synchronized (kept) {
            kept.put(key, true);
        }
    }

    /** All that there are, those that cannot be used too. */
    List<TemplateView> list() {
        List<TemplateView> views = new ArrayList<>();
        BuiltInTemplates.list().forEach(template -> views.add(TemplateView.builtIn(template, problem(template))));
        folder.templates()
                .values()
                .forEach(found -> views.add(
                        switch (found) {
                            case FoundTemplate.Good good -> TemplateView.own(good.template(), problem(good.template()));
                            case FoundTemplate.Bad bad -> TemplateView.bad(bad.name(), bad.fault());
                        }));
        return views;
    }

    private String names() {
        return Stream.concat(
                        BuiltInTemplates.list().stream().map(DocumentTemplate::name),
                        folder.templates().keySet().stream())
                .collect(Collectors.joining(", "));
    }

    private boolean lacksModel(DocumentTemplate template) {
        return template.asksModel() && !hasModel;
    }

    private String problem(DocumentTemplate template) {
        return lacksModel(template) ? "it needs a language model, and none is configured" : "";
    }

    private static String withoutModel(String name) {
        return "must be one that needs no language model, for none is configured (event-jobs.chat.url); " + name
                + " needs one";
    }

    /** Forgets what was put in first when it has too many. */
    private static final class Recent<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }
}
