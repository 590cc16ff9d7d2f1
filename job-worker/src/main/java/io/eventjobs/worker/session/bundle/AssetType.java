package io.eventjobs.worker.session.bundle;

/** Content types of images by file extension. */
public final class AssetType {
    private AssetType() {}

    /** @param name of a file that this worker has named */
    public static String of(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "jpg" -> "image/jpeg";
            case "png" -> "image/png";
            case "gif" -> "image/gif";
            case "webp" -> "image/webp";
            default -> "application/octet-stream";
        };
    }
}
