package io.eventjobs.worker.session.page;

import java.util.List;
import org.jsoup.nodes.Element;

/** Tells tables of data from tables that only place things on the page. */
final class TableShape {
    private TableShape() {}

    static boolean isData(Element table) {
        if (table.attr("role").equals("presentation")
                || table.selectFirst("table table, h1, h2, h3, p + p + p") != null) {
            return table.selectFirst("th") != null && table.selectFirst("table table") == null;
        }
        List<Element> rows = table.select("tr");
        return rows.size() > 1 && rows.stream().anyMatch(row -> row.childrenSize() > 1)
                || table.selectFirst("th") != null;
    }
}
