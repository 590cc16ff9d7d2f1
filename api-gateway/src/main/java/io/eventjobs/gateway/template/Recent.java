package io.eventjobs.gateway.template;

import java.util.LinkedHashMap;
import java.util.Map;

/** Forgets what was put in first when it has too many. */
final class Recent<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;

    private final int max;

    Recent(int max) {
        this.max = max;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > max;
    }
}
