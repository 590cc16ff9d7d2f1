package io.eventjobs.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Lets a template access the entries of maps and lists only: no class, method or field. */
final class MapCollector implements Mustache.Collector {
    @Override
    public @Nullable Iterator<?> toIterator(Object value) {
        return value instanceof Iterable<?> all ? all.iterator() : null;
    }

    @Override
    public Mustache.@Nullable VariableFetcher createFetcher(Object context, String name) {
        return context instanceof Map<?, ?> ? MapCollector::entry : null;
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
        return new ConcurrentHashMap<>();
    }

    private static Object entry(Object context, String name) {
        Map<?, ?> map = (Map<?, ?>) context;
        return map.containsKey(name) ? map.get(name) : Template.NO_FETCHER_FOUND;
    }
}
