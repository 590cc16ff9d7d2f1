package io.eventjobs.page;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What it costs to read a page, as a multiple of what an ordinary page of the greatest size would cost in linear time: as many times the
 * cost of a small one as it is larger. Both are processor time of the same run, so that a slow or busy machine makes both greater; and
 * a page that costs too much is read again, since the first time includes the compilation of what was never run before.
 *
 * @param page as it was read
 */
record ReadingCost(SessionPage page, double ordinaryPages) {
    private static final int PARTS = 16;
    private static final int ATTEMPTS = 3;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final long ORDINARY_NANOS = PARTS * leastNanos(ordinaryPage(PageParser.MAX_TAGS / PARTS));

    /** The cost of a page; the least of some attempts where the first is not below the limit. */
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

    /** Headings, paragraphs with links and emphasis, lists: as many as have so many tags. */
    static String ordinaryPage(int tags) {
        String section =
                "<h2>A heading</h2><p>This is a <em>sentence</em> of a text, which has a <a href=/page>link</a>, and is"
                        + " long enough to be one. So is this one, is it not?</p><ul><li>An item</li><li>and one more</li></ul>";
        int opened = section.split("<[a-z]", -1).length - 1;
        return "<title>t</title><main>" + section.repeat(tags / opened);
    }
}
