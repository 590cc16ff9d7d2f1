package io.eventjobs.worker.session.attachment;

/**
 * An attachment and where it is from.
 *
 * @param address of the file, or of the archive that it was in
 * @param name of the file within the archive; empty if it was in none
 */
public record AttachedFile(String address, String name, Attachment attachment) {}
