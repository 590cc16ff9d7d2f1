package io.eventjobs.worker.session.picture;

import io.eventjobs.model.artifact.SafeName;
import io.eventjobs.model.artifact.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A picture as it was fetched, under a name that depends on its address and bytes only, so it is the same in every run.
 */
public record PictureFile(String name, Path file, PictureHeader header, long bytes) {
    private static final int DIGITS = 10;
    private static final int MAX_STEM_LENGTH = 60;

    /** Empty if the file is not a picture of a supported type. */
    public static Optional<PictureFile> of(Path file, String address) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(PictureHeader.BYTES);
        }
        Optional<PictureHeader> header = PictureHeader.of(start);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        String name = stem(address) + "-" + Sha256.of(file).substring(0, DIGITS) + "."
                + header.get().type().extension();
        return Optional.of(new PictureFile(name, file, header.get(), Files.size(file)));
    }

    /** The last segment of the path, which is as readable as its host made it. */
    private static String stem(String address) {
        if (address.startsWith("data:")) {
            return "picture";
        }
        String path = address.split("[?#]", 2)[0];
        String segment = path.substring(path.lastIndexOf('/') + 1);
        int dot = segment.lastIndexOf('.');
        String stem = SafeName.of(decoded(dot > 0 ? segment.substring(0, dot) : segment), "picture");
        return stem.length() <= MAX_STEM_LENGTH ? stem : SafeName.of(stem.substring(0, MAX_STEM_LENGTH), "picture");
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
