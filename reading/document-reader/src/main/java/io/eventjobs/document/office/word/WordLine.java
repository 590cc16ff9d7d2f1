package io.eventjobs.document.office.word;

import io.eventjobs.document.block.Span;
import io.eventjobs.document.office.xml.XmlElement;
import java.util.List;

/**
 * What a paragraph holds.
 *
 * @param drawn pictures, text boxes, charts and objects anchored in it
 */
record WordLine(List<Span> spans, List<XmlElement> drawn) {}
