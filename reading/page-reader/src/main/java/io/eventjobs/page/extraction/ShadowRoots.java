package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.BlockElements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Declarative shadow roots: a browser shows the template in place of its host's children, which appear in its slots. */
final class ShadowRoots {
    private static final int MAX_ROOTS = 500;

    private ShadowRoots() {}

    /** @param templates of a page, in its order */
    static void open(List<Element> templates) {
        templates.stream()
                .filter(template -> template.hasAttr("shadowrootmode") || template.hasAttr("shadowroot"))
                .limit(MAX_ROOTS)
                .forEach(ShadowRoots::open);
    }

    private static void open(Element template) {
        Element host = template.parent();
        if (host == null) {
            return;
        }
        Map<String, List<Node>> assigned = new HashMap<>();
        for (Node node : host.childNodes()) {
            if (node != template) {
                String slot = node instanceof Element element ? element.attr("slot") : "";
                assigned.computeIfAbsent(slot, fresh -> new ArrayList<>()).add(node);
            }
        }
        List<Node> shadow = List.copyOf(template.childNodes());
        host.empty();
        template.empty();
        host.insertChildren(0, shadow);
        for (Element slot : host.select("slot")) {
            List<Node> own = assigned.remove(slot.attr("name"));
            if (own != null) {
                slot.empty();
                slot.insertChildren(0, own);
            }
            slot.tagName(slot.children().stream().anyMatch(BlockElements::isBlock) ? "div" : "span");
        }
    }
}
