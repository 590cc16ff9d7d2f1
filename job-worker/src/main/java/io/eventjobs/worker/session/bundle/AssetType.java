package io.eventjobs.worker.session.bundle;

/** The content types of images, by the endings that they are given. */
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
