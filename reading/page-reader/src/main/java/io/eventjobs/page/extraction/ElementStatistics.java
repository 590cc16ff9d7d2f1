package io.eventjobs.page.extraction;

/** What one walk counted in an element: in its own text, and in everything below it. */
final class ElementStatistics {
    /** Characters, of which in links, commas and ends of sentences in the text that stands in no block further in. */
    int own;

    int ownLinked;
    int ownCommas;
    int ownSentences;

    int text;
    int linked;
    int commas;
    int prose;

    /** Characters outside links in lines that are no running text: labels, names, numbers. */
    int loose;

    int paragraphs;
    int headings;
    int images;
    int items;
    int controls;
    int mainHeadings;

    /** The score that paragraphs below added, less the further away they are. */
    double score;

    double linkDensity() {
        return text == 0 ? 0 : (double) linked / text;
    }

    double ownLinkDensity() {
        return own == 0 ? 0 : (double) ownLinked / own;
    }

    /** Running text rather than a label, a name or a link. */
    boolean isProse() {
        int plain = own - ownLinked;
        return plain >= 80 && ownLinkDensity() < 0.5 || plain >= 25 && ownSentences > 0 && ownLinkDensity() < 0.34;
    }

    void addOwn(ElementStatistics inline) {
        own += inline.own;
        ownLinked += inline.ownLinked;
        ownCommas += inline.ownCommas;
        ownSentences += inline.ownSentences;
    }

    void settle() {
        text += own;
        linked += ownLinked;
        commas += ownCommas;
        if (isProse()) {
            prose += own - ownLinked;
            paragraphs++;
        } else {
            loose += own - ownLinked;
        }
    }

    void addAll(ElementStatistics inner) {
        text += inner.text;
        linked += inner.linked;
        commas += inner.commas;
        prose += inner.prose;
        loose += inner.loose;
        paragraphs += inner.paragraphs;
        headings += inner.headings;
        images += inner.images;
        items += inner.items;
        controls += inner.controls;
        mainHeadings += inner.mainHeadings;
    }
}
