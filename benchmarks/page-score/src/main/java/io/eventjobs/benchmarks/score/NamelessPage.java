package io.eventjobs.benchmarks.score;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page without names in its markup: classes, ids, roles, sections. A reader that scores as well as before does not depend on known names.
 */
final class NamelessPage {
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^<>]*+>");
    private static final Pattern NAME = Pattern.compile(
            "\\s(?:class|id|role|itemprop|itemtype|aria-label|data-[\\w-]+)\\s*=\\s*(?:\"[^\"]*+\"|'[^']*+'|[^\\s>]++)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SECTION =
            Pattern.compile("<(/?)(?:main|article|section|nav|header|footer|aside)\\b", Pattern.CASE_INSENSITIVE);

    private NamelessPage() {}

    static Corpus.Page of(Corpus.Page page) {
        String html = new String(page.html(), StandardCharsets.UTF_8);
        String nameless = TAG.matcher(html)
                .replaceAll(tag ->
                        Matcher.quoteReplacement(NAME.matcher(tag.group()).replaceAll("")));
        String sections = SECTION.matcher(nameless).replaceAll("<$1div");
        return new Corpus.Page(page.name(), page.address(), sections.getBytes(StandardCharsets.UTF_8), page.expected());
    }
}
