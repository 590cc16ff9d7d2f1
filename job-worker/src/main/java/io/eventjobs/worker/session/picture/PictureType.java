package io.eventjobs.worker.session.picture;

/**
 * What is kept of a page. All of it is pixels: an SVG can hold scripts and fetch other addresses, and opened from a ZIP nothing
 * holds it back, so it stays a link.
 */
public enum PictureType {
    PNG("png", "image/png"),
    JPEG("jpg", "image/jpeg"),
    GIF("gif", "image/gif"),
    WEBP("webp", "image/webp"),
    AVIF("avif", "image/avif");

    private final String extension;
    private final String contentType;

    PictureType(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    /** Without its dot. */
    public String extension() {
        return extension;
    }

    public String contentType() {
        return contentType;
    }
}
