package io.eventjobs.gateway.files;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;

/** How a download says its name: RFC 6266, with the name in UTF-8 beside an ASCII form of it. */
public final class ContentDispositions {
    private ContentDispositions() {}

    public static String attachment(String fileName) {
        return ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
