package io.eventjobs.markdown.math;

import java.util.List;

/** An element of MathML, whatever parser read it. */
public interface MathElement {
    /** The name without a prefix. */
    String localName();

    /** All text within the element. */
    String text();

    /** Empty if absent. */
    String attribute(String name);

    boolean has(String attribute);

    /** The elements directly within, in order. */
    List<? extends MathElement> children();
}
