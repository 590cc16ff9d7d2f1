package io.eventjobs.page.facts;

import io.eventjobs.page.dom.AbsoluteAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

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
        List<Element> links = new ArrayList<>();
        for (Element named : page.metas()) {
            if (named.normalName().equals("link") && named.attr("rel").contains("alternate")) {
                links.add(named);
            }
        }
        links.addAll(page.anchors());
        links.addAll(page.scripts());
        int looked = 0;
        for (Element link : links) {
            if (!link.hasAttr("href") && !link.hasAttr("src")) {
                continue;
            }
            if (looked++ == MAX_LINKS) {
                return;
            }
            String address = address(link);
            String schedule = address.isEmpty() ? null : schedule(address, link);
            if (schedule != null) {
                facts.add(FactName.SCHEDULE, schedule, SOURCE);
                return;
            }
        }
    }

    /** The address of the schedule that an address leads to; null if it leads to none. */
    private static @Nullable String schedule(String address, Element link) {
        Matcher view = SESSIONIZE.matcher(address);
        if (view.matches()) {
            return view.group(1) + "/view/All";
        }
        return !link.normalName().equals("script") && isSchedule(address) ? address : null;
    }

    /** Empty for addresses that cannot be schedules: resolving every link would cost more than reading the facts. */
    private static String address(Element link) {
        String attribute = link.hasAttr("href") ? "href" : "src";
        String written = link.attr(attribute);
        return mayLeadToOne(written) ? AbsoluteAddress.of(link, attribute) : "";
    }

    private static boolean mayLeadToOne(String written) {
        for (String word : MAY_LEAD_TO_ONE) {
            if (written.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSchedule(String address) {
        return address.length() < 2_000
                && SHAPES.stream().anyMatch(shape -> shape.matcher(address).matches());
    }
}
