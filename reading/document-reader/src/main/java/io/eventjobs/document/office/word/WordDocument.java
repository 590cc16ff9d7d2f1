package io.eventjobs.document.office.word;

import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.block.Span;
import io.eventjobs.document.office.content.Losses;
import io.eventjobs.document.office.content.OfficeText;
import io.eventjobs.document.office.content.PictureCollector;
import io.eventjobs.document.office.xml.OfficePackage;
import io.eventjobs.document.office.xml.XmlElement;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the text of a Word document, as it is after all tracked changes, without headers and footers. Not thread-safe. */
public final class WordDocument {
    private final OfficePackage parts;
    private final String main;
    private final PictureCollector pictures;
    private final Losses losses = new Losses();
    private final WordNotes notes = new WordNotes();
    private final WordStyles styles;
    private final WordLists lists;

    private WordDocument(OfficePackage parts, String main, PictureCollector pictures)
            throws BrokenFileException, IOException {
        this.parts = parts;
        this.main = main;
        this.pictures = pictures;
        this.styles = new WordStyles(root("styles"));
        this.lists = new WordLists(root("numbering"), styles);
    }

    public static OfficeText read(Path file, PictureCollector pictures) throws BrokenFileException, IOException {
        try (OfficePackage parts = OfficePackage.open(file)) {
            String main = parts.main();
            XmlElement body = parts.read(main)
                    .flatMap(document -> document.first("w:body"))
                    .orElseThrow(() -> new BrokenFileException("is damaged"));
            WordDocument document = new WordDocument(parts, main, pictures);
            List<Block> blocks = new ArrayList<>(document.reader(main).read(body));
            blocks.addAll(document.notes());
            document.countComments();
            List<String> warnings = new ArrayList<>(pictures.warnings());
            warnings.addAll(document.losses.warnings());
            return new OfficeText(List.of(), blocks, parts.properties(), pictures.files(), warnings);
        }
    }

    private WordBlocks reader(String part) throws BrokenFileException, IOException {
        WordRuns runs = new WordRuns(styles, notes, parts.relations(part), losses);
        return new WordBlocks(styles, lists, runs, new WordDrawings(parts, part, pictures, losses), losses);
    }

    private Optional<XmlElement> root(String type) throws BrokenFileException, IOException {
        Optional<String> part = parts.related(main, type);
        return part.isEmpty() ? Optional.empty() : parts.read(part.get());
    }

    /** The notes that the text refers to, each with its label, in the order of the references. */
    private List<Block> notes() throws BrokenFileException, IOException {
        List<Block> blocks = new ArrayList<>();
        List<WordNotes.Note> referred = notes.notes();
        if (referred.isEmpty()) {
            return blocks;
        }
        Map<WordNotes.Note, List<Block>> texts = new HashMap<>();
        addNotes(texts, "footnotes", false);
        addNotes(texts, "endnotes", true);
        for (WordNotes.Note note : referred) {
            List<Block> apart = new ArrayList<>();
            List<Span> spans = new ArrayList<>(List.of(Span.plain(notes.label(note) + " ")));
            spans.addAll(CellText.of(texts.getOrDefault(note, List.of()), apart).spans());
            if (texts.containsKey(note)) {
                blocks.add(new Block.Paragraph(new RichText(spans)));
                blocks.addAll(apart);
            }
        }
        return blocks;
    }

    private void addNotes(Map<WordNotes.Note, List<Block>> texts, String type, boolean isEndnote)
            throws BrokenFileException, IOException {
        Optional<String> part = parts.related(main, type);
        if (part.isPresent()) {
            WordBlocks reader = reader(part.get());
            Optional<XmlElement> root = parts.read(part.get());
            for (XmlElement note : root.map(XmlElement::children).orElse(List.of())) {
                texts.put(new WordNotes.Note(isEndnote, note.attribute("id")), reader.read(note));
            }
        }
    }

    private void countComments() throws BrokenFileException, IOException {
        for (XmlElement comment :
                root("comments").map(all -> all.children("w:comment")).orElse(List.of())) {
            if (!comment.text().isBlank()) {
                losses.add(Losses.Kind.COMMENT);
            }
        }
    }
}
