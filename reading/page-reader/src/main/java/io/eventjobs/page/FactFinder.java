package io.eventjobs.page;

import io.eventjobs.page.facts.JsonLdFacts;
import io.eventjobs.page.facts.LabelFacts;
import io.eventjobs.page.facts.MetaFacts;
import io.eventjobs.page.facts.MicrodataFacts;
import io.eventjobs.page.facts.PageElements;
import io.eventjobs.page.facts.PageFacts;
import io.eventjobs.page.facts.PageLine;
import io.eventjobs.page.facts.PageLines;
import io.eventjobs.page.facts.ScheduleFacts;
import io.eventjobs.page.facts.TitleFacts;
import io.eventjobs.page.sites.PageAdapter;
import io.eventjobs.page.sites.VideoPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the facts of a page from all sources, the most reliable source first. */
final class FactFinder {
    private FactFinder() {}

    static PageFacts find(PageElements page, @Nullable PageAdapter adapter) {
        PageFacts.Builder facts = new PageFacts.Builder();
        if (adapter != null) {
            adapter.addFacts(page.document(), facts);
            facts.nextSource();
        }
        new JsonLdFacts(page, facts).find();
        facts.nextSource();
        new MicrodataFacts(facts).find(page.properties());
        facts.nextSource();
        List<PageLine> lines = PageLines.of(page.document().body());
        new LabelFacts(lines, facts).find();
        facts.nextSource();
        TitleFacts.heading(page, facts);
        facts.nextSource();
        new MetaFacts(page, facts).find(!(adapter instanceof VideoPage));
        facts.nextSource();
        ScheduleFacts.find(page, facts);
        TitleFacts.otherwise(page, facts);
        return facts.build();
    }
}
