package io.eventjobs.page.extraction;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** Whether links stay on the page's site: links that leave it are references rather than a menu. */
final class SameSiteLinks {
    private SameSiteLinks() {}

    /** Whether at least half of the links in the element stay on the site. */
    static boolean prevail(Element element) {
        String site = site(element.baseUri());
        int stay = 0;
        int all = 0;
        for (Element link : element.select("a[href]")) {
            all++;
            String target = site(link.attr("href"));
            stay += target.isEmpty() || target.equals(site) ? 1 : 0;
        }
        return all == 0 || stay * 2 >= all;
    }

    /** The last two labels of the host; empty if there is none. */
    private static String site(String address) {
        int start = address.indexOf("//");
        if (start < 0 || start > 6) {
            return "";
        }
        int end = start + 2;
        while (end < address.length() && "/?#:".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        String host = address.substring(start + 2, end).toLowerCase(Locale.ROOT);
        int dot = host.lastIndexOf('.', host.lastIndexOf('.') - 1);
        return dot < 0 ? host : host.substring(dot + 1);
    }
}
