package io.eventjobs.worker.session.picture;

import java.util.Base64;
import java.util.Optional;

/** A picture that is embedded in its address: {@code data:image/png;base64,…}. */
public final class DataPicture {
    private DataPicture() {}

    /** Its bytes; empty if the address has another form, or the picture is too large. */
    public static Optional<byte[]> bytes(String address, long max) {
        int comma = address.indexOf(',');
        if (!address.startsWith("data:")
                || comma < 0
                || !address.substring(0, comma).endsWith(";base64")) {
            return Optional.empty();
        }
        String body = address.substring(comma + 1).replaceAll("\\s|%0A|%0D|%20", "");
        if (body.length() / 4 * 3 > max) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder()
                    .decode(body.replace("%2B", "+").replace("%2F", "/").replace("%3D", "=")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
