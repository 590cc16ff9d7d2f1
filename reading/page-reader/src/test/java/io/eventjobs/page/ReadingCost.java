package io.eventjobs.page;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The cost of reading a page, relative to an ordinary page of the maximum size read in linear time; that cost is extrapolated from a small
 * page. Both are processor times of the same run, so a slow or busy machine raises both. A page that seems too expensive is read again,
 * since the first measurement includes JIT compilation.
 *
 * @param page the page as read
 */
record ReadingCost(SessionPage page, double ordinaryPages) {
    private static final int PARTS = 16;
    private static final int ATTEMPTS = 3;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final long ORDINARY_NANOS = PARTS * leastNanos(ordinaryPage(PageParser.MAX_TAGS / PARTS));

    /** The cost of a page; the minimum of several attempts if the first is not below the limit. */
    static ReadingCost of(String html, double limit) {
        ReadingCost least = measured(html);
        for (int attempt = 1; attempt < ATTEMPTS && least.ordinaryPages >= limit; attempt++) {
            ReadingCost again = measured(html);
            least = again.ordinaryPages < least.ordinaryPages ? again : least;
        }
        return least;
    }

    private static ReadingCost measured(String html) {
        long start = CLOCK.getCurrentThreadCpuTime();
        SessionPage page = TestPages.html(html);
        return new ReadingCost(page, (double) (CLOCK.getCurrentThreadCpuTime() - start) / ORDINARY_NANOS);
    }

    private static long leastNanos(String html) {
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 2 * ATTEMPTS; attempt++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            TestPages.html(html);
            least = Math.min(least, CLOCK.getCurrentThreadCpuTime() - start);
        }
        return least;
    }

    /** An ordinary page with this many tags: headings, paragraphs with links and emphasis, lists. */
    static String ordinaryPage(int tags) {
        String section =
                "<h2>A heading</h2><p>This is a <em>sentence</em> of a text, which has a <a href=/page>link</a>, and is"
                        + " long enough to be one. So is this one, is it not?</p><ul><li>An item</li><li>and one more</li></ul>";
        int opened = section.split("<[a-z]", -1).length - 1;
        return "<title>t</title><main>" + section.repeat(tags / opened);
    }
}
