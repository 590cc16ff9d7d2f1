package io.eventjobs.standalone.edition;

import io.eventjobs.markdown.RelativeAddress;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.job.SessionTime;
import io.eventjobs.standalone.client.FieldText;
import io.eventjobs.standalone.client.GatewayClient;
import io.eventjobs.standalone.client.GatewayException;
import io.eventjobs.standalone.client.ResourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the documents of a conference from a gateway, and the files that they show into a folder; those that are there already are kept. */
final class EditionSource {
    private static final int PAGE_SIZE = 500;

    private final GatewayClient gateway;
    private final String event;

    EditionSource(GatewayClient gateway, String event) {
        this.gateway = gateway;
        this.event = event;
    }

    /**
     * The newest document of each session that has one.
     *
     * @param language only sessions in this one; null for the most frequent
     * @param files folder for what the documents show
     * @param progress is told how many sessions are read, and of how many
     * @throws GatewayException if there is none, or a file is damaged
     */
    Edition read(@Nullable String language, Path files, BiConsumer<Integer, Integer> progress)
            throws IOException, InterruptedException {
        List<JsonNode> jobs = newest();
        Map<String, Long> languages =
                jobs.stream().collect(Collectors.groupingBy(EditionSource::language, Collectors.counting()));
        String chosen = language != null
                ? language
                : languages.entrySet().stream()
                        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .orElse("");
        List<JsonNode> wanted = jobs.stream()
                .filter(job -> language(job).equals(chosen))
                .sorted(Comparator.comparing(EditionSource::time, Edition.byTime())
                        .thenComparing(job -> FieldText.of(job, "results.metadata.room"))
                        .thenComparing(job -> FieldText.of(job, "job_id")))
                .toList();
        if (wanted.isEmpty()) {
            throw new GatewayException("there is no document of " + event
                    + (language == null ? "" : " in " + language + "; there are " + languages.keySet()));
        }
        List<EditionSession> sessions = new ArrayList<>();
        for (JsonNode job : wanted) {
            sessions.add(session(sessions.size() + 1, job, files));
            progress.accept(sessions.size(), wanted.size());
        }
        return new Edition(event, chosen, sessions, SessionTime.yearIn(event));
    }

    private List<JsonNode> newest() throws InterruptedException {
        Map<String, JsonNode> newest = new LinkedHashMap<>();
        ResourcePath path = ResourcePath.eventJob("jobs")
                .with("status", "completed")
                .with("event", event)
                .with("limit", PAGE_SIZE);
        String cursor = null;
        do {
            JsonNode page = gateway.get(path.with("cursor", cursor).text());
            for (JsonNode job : page.path("jobs")) {
                String key = FieldText.of(job, "parameters.url")
                        + '\n'
                        + FieldText.of(job, "parameters.session")
                        + '\n'
                        + language(job);
                if (job.path("results").path("markdown_url").isString()) {
                    newest.putIfAbsent(key, job);
                }
            }
            String next = FieldText.of(page, "next_cursor");
            cursor = next.isEmpty() ? null : next;
        } while (cursor != null);
        return new ArrayList<>(newest.values());
    }

    private EditionSession session(int number, JsonNode job, Path files) throws IOException, InterruptedException {
        JsonNode results = job.path("results");
        List<EditionFile> shown = new ArrayList<>();
        String markdown = gateway.text(results.path("markdown_url").asString());
        for (JsonNode asset : results.path("assets")) {
            String path = asset.path("path").asString();
            String name = path.substring(path.lastIndexOf('/') + 1);
            String type = asset.path("content_type").asString("").replaceFirst(";.*", "");
            if (EditionFile.isShown(type) && !name.isEmpty() && !name.equals("..")) {
                String folder = path.substring(0, path.length() - name.length());
                String bundled = folder.replaceFirst("^/[^/]+/[^/]+/", "../../");
                markdown = markdown.replace(RelativeAddress.of(bundled), "../files/" + number + "/");
                shown.add(new EditionFile(
                        name,
                        type,
                        fetched(asset, files.resolve(String.valueOf(number)).resolve(name))));
            }
        }
        List<String> speakers = new ArrayList<>();
        results.path("metadata").path("speakers").forEach(name -> speakers.add(name.asString("")));
        return new EditionSession(
                number,
                text(job, "results.metadata.title", "parameters.session"),
                text(job, "results.metadata.track", "parameters.track"),
                time(job),
                FieldText.of(job, "results.metadata.room"),
                speakers,
                language(job),
                FieldText.of(job, "parameters.url"),
                markdown,
                shown);
    }

    private Path fetched(JsonNode asset, Path file) throws IOException, InterruptedException {
        String sha256 = asset.path("sha256").asString("");
        if (Files.isRegularFile(file) && Sha256.of(file).equals(sha256)) {
            return file;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        gateway.download(asset.path("url").asString(), file);
        if (!Sha256.of(file).equals(sha256)) {
            throw new GatewayException(file + " is damaged: it is not what its checksum says");
        }
        return file;
    }

    private static String text(JsonNode job, String field, String other) {
        String text = FieldText.of(job, field);
        return text.isEmpty() ? FieldText.of(job, other) : text;
    }

    private static String language(JsonNode job) {
        String language = FieldText.of(job, "results.metadata.language");
        return language.isEmpty() ? "en" : language;
    }

    private static SessionTime time(JsonNode job) {
        String said = "results.metadata.";
        return SessionTime.of(
                FieldText.of(job, said + "day"),
                FieldText.of(job, said + "date"),
                FieldText.of(job, said + "start"),
                FieldText.of(job, said + "end"),
                FieldText.of(job, said + "time_zone"));
    }
}
