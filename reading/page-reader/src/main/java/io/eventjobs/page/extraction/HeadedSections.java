package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.BlockElements;
import io.eventjobs.page.dom.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Removes sections whose heading marks them as boilerplate, whatever their markup: comments, related articles, newsletters. */
final class HeadedSections {
    private static final int MAX_HEADING_LENGTH = 80;
    private static final int FARTHEST = 6;
    private static final int MAX_SIBLINGS = 200;
    private static final double MAX_RELATED_SHARE = 0.3;
    /** Other whole articles below the one that the page is about, if enough of that is left. */
    private static final double MAX_ARTICLES_SHARE = 0.95;

    private static final int MIN_REST = 400;
    private static final double MAX_COMMENT_SHARE = 0.95;

    private final TextStatistics statistics;
    private final DroppedElements dropped;
    private final int prose;
    private final boolean comments;

    private HeadedSections(TextStatistics statistics, DroppedElements dropped, int prose, boolean comments) {
        this.comments = comments;
        this.statistics = statistics;
        this.dropped = dropped;
        this.prose = prose;
    }

    /** @param comments whether sections of comments are dropped too */
    static void of(Element body, TextStatistics statistics, boolean comments, DroppedElements dropped) {
        HeadedSections sections = new HeadedSections(statistics, dropped, statistics.of(body).prose, comments);
        int before = 0;
        for (Element element : statistics.elements()) {
            ElementStatistics counts = statistics.of(element);
            boolean line = BlockElements.isBlock(element) && counts.own == counts.text && counts.own > 0;
            if (line && counts.own <= MAX_HEADING_LENGTH && before > 0 && !CodeBlocks.isInside(element)) {
                sections.judge(element);
            }
            before += BlockElements.isBlock(element) && counts.isProse() ? 1 : 0;
        }
    }

    private void judge(Element line) {
        boolean heading = BlockElements.headingLevel(line) > 0;
        String text = VisibleText.of(line, dropped.elements(), MAX_HEADING_LENGTH + 1);
        if (Phrases.headsComments(text)) {
            if (comments) {
                leaveOut(line, MAX_COMMENT_SHARE, heading || Character.isDigit(text.charAt(0)), true);
            }
        } else if (statistics.of(line).ownLinkDensity() < 0.5 && Phrases.leadsElsewhere(text)) {
            leaveOut(line, heading ? MAX_ARTICLES_SHARE : MAX_RELATED_SHARE, heading, false);
        }
    }

    /** Drops the box that starts with the line; or, if the line is certainly a heading, the line and its section. */
    private void leaveOut(Element line, double max, boolean sure, boolean texts) {
        Element box = line;
        Element around = line.parent();
        for (int up = 0; up < FARTHEST && around != null && isFirst(box, around) && mayGo(List.of(around), max); up++) {
            box = around;
            around = around.parent();
        }
        if (statistics.of(box).text > statistics.of(line).text) {
            dropped.add(box, DropRule.SECTION_HEADING);
        } else if (sure) {
            List<Element> section = section(box, texts);
            if (mayGo(section, max)) {
                section.forEach(each -> dropped.add(each, DropRule.SECTION_HEADING));
            }
        }
    }

    /** The elements up to the next heading of the same level; unless the section may contain texts, only up to the next text. */
    private List<Element> section(Element heading, boolean texts) {
        List<Element> section = new ArrayList<>(List.of(heading));
        int level = BlockElements.headingLevel(heading);
        Element next = heading.nextElementSibling();
        while (next != null && section.size() < MAX_SIBLINGS) {
            int other = BlockElements.headingLevel(next);
            boolean text = statistics.of(next).prose > 0 && statistics.of(next).linkDensity() < 0.2;
            if (other > 0 && (level == 0 || other <= level) || text && !texts) {
                break;
            }
            section.add(next);
            next = next.nextElementSibling();
        }
        return section;
    }

    private boolean isFirst(Element element, Element parent) {
        if (!statistics.knows(parent) || statistics.of(parent).own > 0) {
            return false;
        }
        Element before = element.previousElementSibling();
        for (int looked = 0; before != null; looked++) {
            if (looked > FARTHEST || statistics.of(before).text > 0) {
                return false;
            }
            before = before.previousElementSibling();
        }
        return true;
    }

    private boolean mayGo(List<Element> elements, double max) {
        int lost = 0;
        for (Element element : elements) {
            boolean page = Set.of("html", "body", "main").contains(element.normalName());
            if (page || statistics.of(element).mainHeadings > 0) {
                return false;
            }
            lost += statistics.of(element).prose;
        }
        return lost <= prose * Math.min(max, MAX_RELATED_SHARE) || lost <= prose * max && prose - lost >= MIN_REST;
    }
}
