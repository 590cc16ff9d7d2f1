package io.eventjobs.gateway.template;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.ObjectMetadata;
import io.eventjobs.artifact.ObjectMissingException;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.template.TemplateFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.collections4.map.LRUMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tenants' own templates in the object store, by tenant and name. A cached template is revalidated when it is too old, and read again
 * if its ETag has changed. While the store does not respond, cached ones are used. Thread-safe.
 */
final class TenantTemplates {
    private static final Logger LOG = LoggerFactory.getLogger(TenantTemplates.class);
    private static final String MARKDOWN = "text/markdown; charset=utf-8";
    private static final int MAX_REMEMBERED = 500;

    private final ArtifactStore store;
    private final int max;
    private final long freshNanos;
    private final Ticker ticker;
    private final Map<String, Known> known = new LRUMap<>(MAX_REMEMBERED);

    /**
     * @param max maximum number per tenant
     * @param reload maximum age of a cached template
     */
    TenantTemplates(ArtifactStore store, int max, Duration reload, Ticker ticker) {
        this.store = store;
        this.max = max;
        this.freshNanos = reload.toNanos();
        this.ticker = ticker;
    }

    /** The tenant's template of this name. */
    Optional<FoundTemplate> find(TenantId tenant, String name) {
        if (!TemplateFile.isName(name)) {
            return Optional.empty();
        }
        String key = key(tenant, name);
        Known before = known(key);
        if (before != null && ticker.nanos() - before.askedNanos() < freshNanos) {
            return Optional.ofNullable(before.template());
        }
        try {
            return Optional.ofNullable(remember(key, ask(key, name, before)));
        } catch (ArtifactStoreException e) {
            if (before == null) {
                throw e;
            }
            LOG.atWarn().addKeyValue(LogKeys.TEMPLATE, name).setCause(e).log("Template not refreshed");
            return Optional.ofNullable(before.template());
        }
    }

    /** All of the tenant's templates, in alphabetical order. */
    List<FoundTemplate> list(TenantId tenant) {
        List<FoundTemplate> found = new ArrayList<>();
        for (String name : names(tenant)) {
            find(tenant, name).ifPresent(found::add);
        }
        return found;
    }

    /** Their names, in alphabetical order. */
    List<String> names(TenantId tenant) {
        String prefix = prefix(tenant);
        return store.list(prefix, "", max).stream()
                .filter(key -> key.endsWith(TemplateFile.EXTENSION))
                .map(key -> key.substring(prefix.length(), key.length() - TemplateFile.EXTENSION.length()))
                .filter(TemplateFile::isName)
                .toList();
    }

    /**
     * Stores a validated template; returns whether the name is new.
     *
     * @throws ApiException if the tenant already has the maximum number
     */
    boolean put(TenantId tenant, TemplateFile text) {
        String key = key(tenant, text.name());
        boolean isNew = store.find(key).isEmpty();
        if (isNew && store.list(prefix(tenant), "", max).size() >= max) {
            throw new ApiException(
                    ErrorCode.TEMPLATES_FULL, "The maximum of " + max + " templates is reached; delete one first.");
        }
        store.put(key, text.bytes(), MARKDOWN);
        forget(key);
        return isNew;
    }

    /** Returns whether it existed. */
    boolean delete(TenantId tenant, String name) {
        if (!TemplateFile.isName(name)) {
            return false;
        }
        String key = key(tenant, name);
        boolean wasThere = store.find(key).isPresent();
        store.delete(List.of(key));
        forget(key);
        return wasThere;
    }

    private Known ask(String key, String name, @Nullable Known before) {
        long now = ticker.nanos();
        ObjectMetadata facts = store.find(key).orElse(null);
        if (facts == null) {
            return new Known(null, "", now);
        }
        if (before != null && before.template() != null && before.etag().equals(facts.etag())) {
            return new Known(before.template(), before.etag(), now);
        }
        try (InputStream in = store.open(key)) {
            TemplateFile text = new TemplateFile(name, in.readNBytes(TemplateFile.MAX_BYTES + 1));
            return new Known(FoundTemplate.of(text), facts.etag(), now);
        } catch (ObjectMissingException e) {
            return new Known(null, "", now);
        } catch (IOException e) {
            throw new ArtifactStoreException("a template could not be read to its end", e);
        }
    }

    private @Nullable Known known(String key) {
        synchronized (known) {
            return known.get(key);
        }
    }

    private @Nullable FoundTemplate remember(String key, Known fresh) {
        synchronized (known) {
            known.put(key, fresh);
        }
        return fresh.template();
    }

    private void forget(String key) {
        synchronized (known) {
            known.remove(key);
        }
    }

    private static String prefix(TenantId tenant) {
        return tenant + "/templates/named/";
    }

    private static String key(TenantId tenant, String name) {
        return prefix(tenant) + name + TemplateFile.EXTENSION;
    }

    /**
     * @param template null if there is none
     * @param etag of the version read
     */
    private record Known(@Nullable FoundTemplate template, String etag, long askedNanos) {}
}
