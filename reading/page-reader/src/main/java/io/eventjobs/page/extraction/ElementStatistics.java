package io.eventjobs.page.extraction;

/** Counts for an element from a single walk: for its own text, and for everything below it. */
final class ElementStatistics {
    /** About as many letters tell what one Chinese character or Japanese or Korean syllable tells. */
    private static final int LETTERS_OF_A_WIDE = 3;

    /** Of the text outside nested blocks: characters, characters in links, commas and ends of sentences. */
    int own;

    int ownLinked;
    int ownCommas;
    int ownSentences;
    /** Characters outside links of scripts that write a syllable or a word with each. */
    int ownWide;

    int text;
    int linked;
    int commas;
    int prose;
    /** Of the running text, the characters that write a syllable or a word. */
    int wideProse;

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

    /** The length of the running text, as if it were written in letters. */
    int proseInLetters() {
        return prose + wideProse * (LETTERS_OF_A_WIDE - 1);
    }

    double linkDensity() {
        return text == 0 ? 0 : (double) linked / text;
    }

    double ownLinkDensity() {
        return own == 0 ? 0 : (double) ownLinked / own;
    }

    /** Whether the text is prose rather than a label, a name or a link. */
    boolean isProse() {
        int plain = own - ownLinked + ownWide * (LETTERS_OF_A_WIDE - 1);
        return plain >= 80 && ownLinkDensity() < 0.5 || plain >= 25 && ownSentences > 0 && ownLinkDensity() < 0.34;
    }

    void addOwn(ElementStatistics inline) {
        own += inline.own;
        ownLinked += inline.ownLinked;
        ownCommas += inline.ownCommas;
        ownSentences += inline.ownSentences;
        ownWide += inline.ownWide;
    }

    void settle() {
        text += own;
        linked += ownLinked;
        commas += ownCommas;
        if (isProse()) {
            prose += own - ownLinked;
            wideProse += ownWide;
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
        wideProse += inner.wideProse;
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
