package io.eventjobs.worker.session.picture;

/**
 * The types of pictures that are put into a bundle. All are raster formats: an SVG can contain scripts and fetch other addresses,
 * and nothing stops it when it is opened from a ZIP, so it stays a link.
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
