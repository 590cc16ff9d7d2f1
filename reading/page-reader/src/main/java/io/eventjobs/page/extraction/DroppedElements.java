package io.eventjobs.page.extraction;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The elements that are not content, each with the rule that dropped it; compared by identity. */
final class DroppedElements {
    private final Map<Element, DropRule> rules = new IdentityHashMap<>();

    DroppedElements() {}

    DroppedElements(DroppedElements others) {
        rules.putAll(others.rules);
    }

    /** The first rule that drops an element is the one that counts. */
    void add(Element element, DropRule rule) {
        rules.putIfAbsent(element, rule);
    }

    void restore(Element element) {
        rules.remove(element);
    }

    boolean contains(Element element) {
        return rules.containsKey(element);
    }

    @Nullable DropRule rule(Element element) {
        return rules.get(element);
    }

    /** A view, which later additions change. */
    Set<Element> elements() {
        return Collections.unmodifiableSet(rules.keySet());
    }

    /** A view, which later additions change. */
    Map<Element, DropRule> rules() {
        return Collections.unmodifiableMap(rules);
    }
}
