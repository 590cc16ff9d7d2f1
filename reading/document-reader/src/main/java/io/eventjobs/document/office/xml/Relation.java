package io.eventjobs.document.office.xml;

/**
 * A relation of a part to another one, or to an address outside the file.
 *
 * @param type the last word of its type, such as {@code image}
 * @param target name of the part, or the address
 */
public record Relation(String id, String type, String target, boolean isExternal) {}
