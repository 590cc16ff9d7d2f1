package io.eventjobs.gateway.files;

import io.eventjobs.model.job.StoredFile;

/**
 * What a download is known by before a byte of it is read.
 *
 * @param name for the file on the client's disk
 * @param bytes its length
 * @param version without quotes; equal versions are equal bytes
 */
public record Representation(String name, String contentType, long bytes, String version) {
    static Representation of(StoredFile file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        return new Representation(name, file.contentType(), file.bytes(), file.sha256());
    }

    String etag() {
        return "\"" + version + "\"";
    }
}
