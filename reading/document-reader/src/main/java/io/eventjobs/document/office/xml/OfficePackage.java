package io.eventjobs.document.office.xml;

import io.eventjobs.document.archive.BoundedZip;
import io.eventjobs.document.block.DocumentProperties;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;

/**
 * An open file of Office Open XML: parts that refer to each other. A part is parsed into a tree, which takes about ten times its size; all
 * parts together are bounded. Not thread-safe.
 */
public final class OfficePackage implements AutoCloseable {
    /** Parts may be read again and again, if many others refer to them. */
    private static final int MAX_ELEMENTS = 3_000_000;

    /** What unpacking a file within the file costs, in elements. */
    private static final int OF_A_FILE = 30_000;

    private final BoundedZip zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final Map<String, Map<String, Relation>> relations = new HashMap<>();
    /** Elements read, of this file and of those within it. */
    private final AtomicInteger elements;

    private OfficePackage(BoundedZip zip, AtomicInteger elements) {
        this.zip = zip;
        this.elements = elements;
        zip.entries().forEach(entry -> entries.putIfAbsent(key(entry.getName()), entry));
    }

    /** @throws BrokenFileException if it is not readable, or holds more XML than any document */
    public static OfficePackage open(Path file) throws BrokenFileException, IOException {
        XmlVolume.requireModest(file);
        return new OfficePackage(BoundedZip.open(file), new AtomicInteger());
    }

    /** Opens a file that was a part of this one, which must be read before it is closed; both are bounded together. */
    public OfficePackage openWithin(Path file) throws BrokenFileException, IOException {
        count(OF_A_FILE);
        XmlVolume.requireModest(file);
        return new OfficePackage(BoundedZip.open(file), elements);
    }

    private void count(int more) throws BrokenFileException {
        if (elements.addAndGet(more) > MAX_ELEMENTS) {
            throw new BrokenFileException("refers to its parts more often than any document");
        }
    }

    /** The name of the main part. */
    public String main() throws BrokenFileException, IOException {
        return related("", "officeDocument").orElseThrow(() -> new BrokenFileException("is damaged"));
    }

    /** A part as a tree; empty if it is missing. */
    public Optional<XmlElement> read(String part) throws BrokenFileException, IOException {
        ZipEntry entry = entries.get(key(part));
        if (entry == null) {
            return Optional.empty();
        }
        XmlTree tree = new XmlTree();
        SafeXml.read(zip, entry.getName(), tree::read);
        count(tree.elements());
        return tree.root();
    }

    public boolean has(String part) {
        return entries.containsKey(key(part));
    }

    /** The bytes of a part. */
    public InputStream open(String part) throws IOException {
        ZipEntry entry = entries.get(key(part));
        return entry == null ? InputStream.nullInputStream() : zip.open(entry, Long.MAX_VALUE);
    }

    /** The relations of a part by their ids; those of the whole file if the name is empty. */
    public Map<String, Relation> relations(String part) throws BrokenFileException, IOException {
        Map<String, Relation> known = relations.get(part);
        if (known == null) {
            known = new HashMap<>();
            int slash = part.lastIndexOf('/');
            String name = part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
            List<XmlElement> found = read(name).map(XmlElement::children).orElse(List.of());
            for (XmlElement each : found) {
                boolean isExternal = each.attribute("TargetMode").equalsIgnoreCase("External");
                String target = each.attribute("Target");
                String type = each.attribute("Type");
                known.put(
                        each.attribute("Id"),
                        new Relation(
                                each.attribute("Id"),
                                type.substring(type.lastIndexOf('/') + 1),
                                isExternal ? target : resolved(part, target),
                                isExternal));
            }
            relations.put(part, known);
        }
        return known;
    }

    /** The part that a part refers to by a relation of this type. */
    public Optional<String> related(String part, String type) throws BrokenFileException, IOException {
        return relations(part).values().stream()
                .filter(relation -> relation.type().equals(type) && !relation.isExternal())
                .map(Relation::target)
                .findFirst();
    }

    /** The target of a relation by its id. */
    public Optional<Relation> relation(String part, String id) throws BrokenFileException, IOException {
        return Optional.ofNullable(relations(part).get(id));
    }

    /** Title, author, subject and keywords. */
    public Map<String, String> properties() throws BrokenFileException, IOException {
        DocumentProperties properties = new DocumentProperties();
        Optional<String> part = related("", "core-properties");
        if (part.isPresent()) {
            Optional<XmlElement> core = read(part.get());
            for (XmlElement each : core.map(XmlElement::children).orElse(List.of())) {
                switch (each.localName()) {
                    case "title", "subject", "keywords" -> properties.add(each.localName(), each.text());
                    case "creator" -> properties.add("author", each.text());
                    default -> {
                        // Times and revisions.
                    }
                }
            }
        }
        return properties.values();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** A target is relative to the folder of the part that names it, unless it begins with a slash. */
    private static String resolved(String part, String target) {
        Deque<String> folders = new ArrayDeque<>();
        String whole = target.startsWith("/") ? target : part.substring(0, part.lastIndexOf('/') + 1) + target;
        for (String step : whole.split("/")) {
            if (step.equals("..")) {
                folders.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                folders.addLast(step);
            }
        }
        return String.join("/", folders);
    }

    /** Names of parts are compared without case and encoding. */
    private static String key(String name) {
        String plain = name.startsWith("/") ? name.substring(1) : name;
        if (plain.indexOf('%') >= 0) {
            try {
                plain = URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                // Not an encoding: the name has a percent sign.
            }
        }
        return plain.toLowerCase(Locale.ROOT);
    }
}
