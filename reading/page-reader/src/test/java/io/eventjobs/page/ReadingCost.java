package io.eventjobs.page;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What it costs to read a page, as a multiple of the cost of an ordinary one. Both are processor time measured in the same run, so that
 * a slow or busy machine changes little; the best of a few attempts counts, so that neither does the compilation of code that was never
 * run before.
 */
record ReadingCost(SessionPage page, double ordinaryPages) {
    private static final int ATTEMPTS = 4;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final long ORDINARY_NANOS = best(ordinaryPage());

    static ReadingCost of(String html) {
        SessionPage page = TestPages.html(html);
        return new ReadingCost(page, (double) best(html) / ORDINARY_NANOS);
    }

    private static long best(String html) {
        long best = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            TestPages.html(html);
            best = Math.min(best, CLOCK.getCurrentThreadCpuTime() - start);
        }
        return best;
    }

    /** As large as a page may be that is read to its end: headings, paragraphs with links and emphasis, lists. */
    private static String ordinaryPage() {
        String section = "<h2>A heading</h2><p>This is a <em>sentence</em> of a text, which has a <a href=/page>link</a>, and is"
                + " long enough to be one. So is this one, is it not?</p><ul><li>An item</li><li>and one more</li></ul>";
        int tags = section.length() - section.replace("<", "").length();
        return "<html><head><title>t</title></head><body><main>" + section.repeat(2 * PageParser.MAX_TAGS / tags) + "</main></body></html>";
    }
}
