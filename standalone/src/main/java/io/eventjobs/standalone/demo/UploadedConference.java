package io.eventjobs.standalone.demo;

import io.eventjobs.standalone.client.GatewayClient;
import io.eventjobs.standalone.demo.Conference.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files of the conference as uploads, for workers elsewhere that cannot reach a web server of this machine. The page that is broken on
 * purpose is an address that no worker fetches from.
 */
final class UploadedConference implements SessionAddresses {
    private static final String BLOCKED = "http://127.0.0.1/sessions/";

    private final ConferencePages pages;
    private final GatewayClient client;
    private final Path folder;

    /** @param folder for the files before they are uploaded */
    UploadedConference(Conference conference, GatewayClient client, Path folder) {
        this.pages = new ConferencePages(conference.name());
        this.client = client;
        this.folder = folder;
    }

    @Override
    public Map<String, String> of(Session session) throws IOException, InterruptedException {
        if (session.kind().equals("broken")) {
            return Map.of("url", BLOCKED + session.slug());
        }
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("url", upload(Files.writeString(file(session, ".html"), pages.pageAlone(session))));
        if (!session.slides().isEmpty()) {
            addresses.put(
                    "attachments_url", upload(Files.write(file(session, ".pdf"), ConferenceFiles.slides(session))));
        }
        if (!session.lines().isEmpty()) {
            addresses.put("video_transcript", ConferenceFiles.subtitles(session));
        }
        return addresses;
    }

    private Path file(Session session, String extension) {
        return folder.resolve(session.slug() + extension);
    }

    private String upload(Path file) throws InterruptedException {
        return client.upload(file).path("address").asString();
    }
}
