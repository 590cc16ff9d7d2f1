package io.eventjobs.page.markdown;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Tells data tables from layout tables. */
final class TableClassifier {
    private static final int LONG_CELL = 700;
    private static final int LONG_CODE = 10;
    private static final Set<String> SECTIONS =
            Set.of("blockquote", "hr", "article", "section", "iframe", "video", "figure", "dl");

    /** What a table with column heads may have in its cells too. */
    private static final Set<String> HEADINGS_AND_CODE = Set.of("h1", "h2", "h3", "pre");

    private final Set<Element> outer = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Element> dropped;

    private TableClassifier(Set<Element> dropped) {
        this.dropped = dropped;
    }

    /** Examines all tables in the roots once. */
    static TableClassifier of(List<Element> roots, Set<Element> dropped) {
        TableClassifier kind = new TableClassifier(dropped);
        for (Element root : roots) {
            kind.findOuter(root);
        }
        return kind;
    }

    private void findOuter(Element root) {
        ArrayDeque<Element> open = new ArrayDeque<>();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof Element element
                                && element.normalName().equals("table")) {
                            if (!open.isEmpty()) {
                                outer.add(open.element());
                            }
                            open.push(element);
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element
                                && element.normalName().equals("table")) {
                            open.pop();
                        }
                    }
                },
                root);
    }

    boolean isData(Element table) {
        String role = table.attr("role");
        if (role.equals("presentation") || role.equals("none") || outer.contains(table)) {
            return false;
        }
        List<Element> rows = TableGrid.rows(table, dropped);
        int max = 0;
        boolean headed = false;
        for (Element row : rows) {
            List<Element> cells = TableGrid.cells(row, dropped);
            max = Math.max(max, cells.size());
            headed |= cells.stream().anyMatch(cell -> cell.normalName().equals("th"));
        }
        return max >= 2 && (rows.size() >= 2 || headed) && !holdsSections(table, headed);
    }

    private boolean isLongCode(Element element) {
        return element.normalName().equals("pre")
                && CodeText.of(element, dropped).lines().limit(LONG_CODE + 1).count() > LONG_CODE;
    }

    /** Whether a cell contains more than a simple value. */
    private boolean holdsSections(Element table, boolean headed) {
        int maxLength = headed ? LONG_CELL * 3 : LONG_CELL;
        int[] length = new int[1];
        boolean[] found = new boolean[1];
        NodeTraversor.filter(
                (node, depth) -> {
                    if (node instanceof TextNode text) {
                        length[0] += text.getWholeText().strip().length();
                    } else if (node instanceof Element element) {
                        if (dropped.contains(element)) {
                            return FilterResult.SKIP_ENTIRELY;
                        }
                        boolean cell = element.normalName().equals("td")
                                || element.normalName().equals("th");
                        length[0] = cell ? 0 : length[0];
                        found[0] |= SECTIONS.contains(element.normalName())
                                || HEADINGS_AND_CODE.contains(element.normalName()) && (!headed || isLongCode(element));
                    }
                    found[0] |= length[0] > maxLength;
                    return found[0] ? FilterResult.STOP : FilterResult.CONTINUE;
                },
                table);
        return found[0];
    }
}
