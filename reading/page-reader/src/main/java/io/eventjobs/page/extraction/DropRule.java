package io.eventjobs.page.extraction;

/** The rules that drop an element from the content of a page. */
public enum DropRule {
    /** Not displayed. */
    HIDDEN,
    /** A tag of navigation and controls, such as {@code nav} and {@code button}. */
    TAG,
    /** A role of navigation and controls. */
    ROLE,
    /** A form with little running text. */
    FORM,
    /** Named as a menu, a bar or a footer. */
    FRAME_NAME,
    /** Named as something that leads elsewhere or prompts the reader. */
    DIVERSION_NAME,
    /** Named as reader comments. */
    COMMENTS_NAME,
    /** Named as a consent dialog. */
    CONSENT_NAME,
    /** Named as byline, time stamp or tags. */
    CREDIT_NAME,
    /** Asks for consent to cookies. */
    CONSENT_TEXT,
    /** A section whose heading introduces comments, related articles or a prompt. */
    SECTION_HEADING,
    /** Links to pages of the same site. */
    LINK_LIST,
    /** Teasers with linked headings. */
    CARDS,
    /** A line that leads elsewhere, prompts the reader or is a label. */
    PHRASE,
    /** Controls without running text. */
    CONTROLS,
    /** Links before the running text, or links and headings after it. */
    EDGE,
    /** At the same position in most repeated items, never with running text. */
    REPETITION
}
