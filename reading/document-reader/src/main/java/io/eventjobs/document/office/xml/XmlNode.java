package io.eventjobs.document.office.xml;

/** What an element contains. */
public sealed interface XmlNode permits XmlElement, XmlText {}
