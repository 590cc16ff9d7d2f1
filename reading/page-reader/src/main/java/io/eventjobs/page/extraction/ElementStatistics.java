package io.eventjobs.page.extraction;

/** Counts for an element from a single walk: for its own text, and for everything below it. */
final class ElementStatistics {
    /** Of the text outside nested blocks: characters, characters in links, commas and ends of sentences. */
    int own;

    int ownLinked;
    int ownCommas;
    int ownSentences;

    int text;
    int linked;
    int commas;
    int prose;

    /** Characters outside links in lines that are not running text: labels, names, numbers. */
    int loose;

    int paragraphs;
    int headings;
    int images;
    int items;
    int controls;
    int codes;
    int mainHeadings;

    /** Score added by paragraphs below, decreasing with their distance. */
    double score;

    double linkDensity() {
        return text == 0 ? 0 : (double) linked / text;
    }

    double ownLinkDensity() {
        return own == 0 ? 0 : (double) ownLinked / own;
    }

    /** Whether the text is prose rather than a label, a name or a link. */
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
        codes += inner.codes;
        mainHeadings += inner.mainHeadings;
    }
}
