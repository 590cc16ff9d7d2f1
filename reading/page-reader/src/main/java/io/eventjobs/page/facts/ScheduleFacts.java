package io.eventjobs.page.facts;

import io.eventjobs.page.dom.AbsoluteAddress;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The address of the event's schedule, if the page links it; only links whose address identifies a schedule. */
public final class ScheduleFacts {
    private static final String SOURCE = "html";
    private static final int MAX_LINKS = 5_000;
    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile("https?://[^?#]+/schedule/xml/?"),
            Pattern.compile("https?://[^?#]+/schedule/export/schedule\\.(?:json|xml)"),
            Pattern.compile("https?://[^?#]+/schedule(?:\\.v2)?\\.(?:json|xml)(?:\\?[^#]*)?"),
            Pattern.compile("https?://[^?#]+/export/(?:event|timetable)/\\d+\\.json(?:\\?[^#]*)?"));
    private static final Pattern SESSIONIZE =
            Pattern.compile("(https?://sessionize\\.com/api/v2/[A-Za-z0-9]{4,20})/view/[A-Za-z]+(?:\\?[^#]*)?");

    private static final List<String> MAY_LEAD_TO_ONE = List.of("xml", "json", "sessionize");

    private ScheduleFacts() {}

    public static void find(PageElements page, PageFacts.Builder facts) {
        int looked = 0;
        Iterator<Element> links = Stream.of(
                        page.metas().select("link[rel~=alternate]").stream(),
                        page.anchors().stream(),
                        page.scripts().stream())
                .flatMap(each -> each)
                .filter(each -> each.hasAttr("href") || each.hasAttr("src"))
                .iterator();
        while (links.hasNext()) {
            Element link = links.next();
            String address = address(link);
            Matcher view = SESSIONIZE.matcher(address);
            if (view.matches()) {
                facts.add(FactName.SCHEDULE, view.group(1) + "/view/All", SOURCE);
                return;
            }
            if (!link.normalName().equals("script") && isSchedule(address)) {
                facts.add(FactName.SCHEDULE, address, SOURCE);
                return;
            }
            if (++looked == MAX_LINKS) {
                return;
            }
        }
    }

    /** Empty for addresses that cannot be schedules: resolving every link would cost more than reading the facts. */
    private static String address(Element link) {
        String attribute = link.hasAttr("href") ? "href" : "src";
        String written = link.attr(attribute);
        return MAY_LEAD_TO_ONE.stream().anyMatch(written::contains) ? AbsoluteAddress.of(link, attribute) : "";
    }

    private static boolean isSchedule(String address) {
        return address.length() < 2_000
                && SHAPES.stream().anyMatch(shape -> shape.matcher(address).matches());
    }
}
