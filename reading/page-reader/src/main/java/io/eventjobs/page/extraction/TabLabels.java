package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.VisibleText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Writes the label of each tab above the panel that it opens: without it nobody knows which system a command is for. */
final class TabLabels {
    private static final int MIN_TABS = 2;
    private static final int MAX_TABS = 200;
    private static final int MAX_LABEL = 80;
    private static final Set<String> TOGGLES = Set.of("tab", "pill");
    private static final List<String> TARGETS = List.of("aria-controls", "data-bs-target", "data-target", "href");

    private final List<Element> tabs = new ArrayList<>();

    /** Notes an element if it is a tab. */
    void note(Element element) {
        Attributes attributes = element.attributes();
        boolean isTab = attributes.get("role").equals("tab")
                || TOGGLES.contains(attributes.get("data-bs-toggle"))
                || TOGGLES.contains(attributes.get("data-toggle"));
        if (isTab && tabs.size() < MAX_TABS) {
            tabs.add(element);
        }
    }

    /** Labels the panels of a page that has several tabs. */
    void write(Document page) {
        if (tabs.size() < MIN_TABS) {
            return;
        }
        Map<String, String> labels = new HashMap<>();
        Map<String, String> byTab = new HashMap<>();
        for (Element tab : tabs) {
            String label = VisibleText.of(tab, MAX_LABEL + 1);
            if (!label.isEmpty() && label.length() <= MAX_LABEL) {
                labels.putIfAbsent(target(tab), label);
                byTab.putIfAbsent(tab.id(), label);
            }
        }
        labels.remove("");
        byTab.remove("");
        Set<Element> written = new HashSet<>();
        page.body().stream().filter(each -> each.attributesSize() > 0).toList().forEach(each -> {
            String label = labels.get(each.id());
            if (label == null && each.attr("role").equals("tabpanel")) {
                label = byTab.get(each.attr("aria-labelledby"));
            }
            if (label != null && written.add(each) && !beginsWith(each, label)) {
                each.prependElement("p").appendElement("strong").text(label);
            }
        });
    }

    private static String target(Element tab) {
        for (String attribute : TARGETS) {
            String id = tab.attr(attribute);
            boolean isFragment = id.startsWith("#");
            if (isFragment || attribute.equals("aria-controls") && !id.isEmpty()) {
                return isFragment ? id.substring(1) : id;
            }
        }
        return "";
    }

    /** Whether the panel says by itself what it is about. */
    private static boolean beginsWith(Element panel, String label) {
        String start = VisibleText.of(panel, 2 * MAX_LABEL).toLowerCase(Locale.ROOT);
        return start.isEmpty() || start.startsWith(label.toLowerCase(Locale.ROOT));
    }
}
