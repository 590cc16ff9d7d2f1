package io.eventjobs.gateway.files;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;

/** Writes the file name of a download: RFC 6266, with the name in UTF-8 and an ASCII fallback. */
public final class ContentDispositions {
    private ContentDispositions() {}

    public static String attachment(String fileName) {
        return ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
