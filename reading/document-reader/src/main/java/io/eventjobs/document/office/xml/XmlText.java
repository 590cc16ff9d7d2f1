package io.eventjobs.document.office.xml;

/** Characters of an element, as written. */
public record XmlText(String text) implements XmlNode {}
