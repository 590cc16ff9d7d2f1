package io.eventjobs.standalone.edition;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** Writes an edition as an EPUB 3: a chapter for each session, a table of contents by track, and the images of the slides. */
final class EpubEdition {
    private static final String TYPE = "application/epub+zip";

    private final Edition edition;
    private final Instant modified;
    private final StringBuilder manifest = new StringBuilder();
    private final StringBuilder spine = new StringBuilder();

    EpubEdition(Edition edition, Instant modified) {
        this.edition = edition;
        this.modified = modified;
    }

    void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            writeType(zip);
            text(
                    zip,
                    "META-INF/container.xml",
                    """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
                      <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
                    </container>
                    """);
            zip.putNextEntry(new ZipEntry("EPUB/edition.css"));
            try (InputStream css = Objects.requireNonNull(EpubEdition.class.getResourceAsStream("/edition/epub.css"))) {
                css.transferTo(zip);
            }
            text(zip, "EPUB/nav.xhtml", contents());
            // The order of the chapters must be that of the table of contents.
            for (List<EditionSession> track : edition.byTrack().values()) {
                for (EditionSession session : track) {
                    writeSession(zip, session);
                }
            }
            text(zip, "EPUB/package.opf", packageDocument());
        }
    }

    /** Must be the first entry, and not compressed. */
    private static void writeType(ZipOutputStream zip) throws IOException {
        byte[] type = TYPE.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        ZipEntry entry = new ZipEntry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(type.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(type);
        zip.closeEntry();
    }

    private void writeSession(ZipOutputStream zip, EditionSession session) throws IOException {
        String id = "s" + session.number();
        Document page = page(session.title(), session.language());
        String folder = "files/" + session.number() + "/";
        Element content = SafeHtml.of(session, folder);
        for (EditionFile file : session.files()) {
            String shown = folder + SafeHtml.encoded(file.name());
            String path = path(session, file);
            content.getElementsByAttributeValue("src", shown).attr("src", path);
            content.getElementsByAttributeValue("href", shown).unwrap();
        }
        content.childNodesCopy().forEach(page.body()::appendChild);
        text(zip, "EPUB/" + id + ".xhtml", xml(page));
        manifest.append(
                "    <item id=\"%s\" href=\"%s.xhtml\" media-type=\"application/xhtml+xml\"/>\n".formatted(id, id));
        spine.append("    <itemref idref=\"%s\"/>\n".formatted(id));
        for (EditionFile file : session.files()) {
            String path = path(session, file);
            zip.putNextEntry(new ZipEntry("EPUB/" + path));
            Files.copy(file.content(), zip);
            zip.closeEntry();
            manifest.append("    <item id=\"f%s\" href=\"%s\" media-type=\"%s\"/>\n"
                    .formatted(path.replaceAll("[^0-9]+", "-"), path, file.contentType()));
        }
    }

    /** Without any character that some reading system could not read; a link to an image is no longer one, since that is no chapter. */
    private static String path(EditionSession session, EditionFile file) {
        return "files/" + session.number() + "/" + session.files().indexOf(file) + "."
                + file.contentType().replace("image/", "");
    }

    private String contents() {
        Document page = page(edition.title(), edition.language());
        page.getElementsByTag("html").attr("xmlns:epub", "http://www.idpf.org/2007/ops");
        page.body().appendElement("h1").text(edition.title());
        Element list = page.body()
                .appendElement("nav")
                .attr("epub:type", "toc")
                .attr("id", "toc")
                .appendElement("ol");
        for (Map.Entry<String, List<EditionSession>> track : edition.byTrack().entrySet()) {
            Element item = list.appendElement("li");
            item.appendElement("span").text(track.getKey());
            Element sessions = item.appendElement("ol");
            track.getValue().forEach(session -> sessions.appendElement("li")
                    .appendElement("a")
                    .attr("href", "s" + session.number() + ".xhtml")
                    .text(session.title()));
        }
        return xml(page);
    }

    private static Document page(String title, String language) {
        Document page = Document.createShell("");
        page.getElementsByTag("html")
                .attr("xmlns", "http://www.w3.org/1999/xhtml")
                .attr("lang", language)
                .attr("xml:lang", language);
        page.head().appendElement("title").text(title);
        page.head()
                .appendElement("link")
                .attr("rel", "stylesheet")
                .attr("type", "text/css")
                .attr("href", "edition.css");
        return page;
    }

    private static String xml(Document page) {
        page.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .charset(StandardCharsets.UTF_8)
                .prettyPrint(false);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n" + page.outerHtml() + "\n";
    }

    private String packageDocument() {
        String id = UUID.nameUUIDFromBytes(
                        (edition.title() + '\n' + edition.language()).getBytes(StandardCharsets.UTF_8))
                .toString();
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
                  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
                    <dc:identifier id="id">urn:uuid:%s</dc:identifier>
                    <dc:title>%s</dc:title>
                    <dc:language>%s</dc:language>
                    <meta property="dcterms:modified">%s</meta>
                  </metadata>
                  <manifest>
                    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
                    <item id="css" href="edition.css" media-type="text/css"/>
                %s  </manifest>
                  <spine>
                    <itemref idref="nav"/>
                %s  </spine>
                </package>
                """
                .formatted(
                        id,
                        Entities.escape(edition.title()),
                        Entities.escape(edition.language()),
                        modified.truncatedTo(ChronoUnit.SECONDS),
                        manifest,
                        spine);
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
