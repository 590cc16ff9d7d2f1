package io.eventjobs.document.office.slides;

import io.eventjobs.document.block.Block;
import io.eventjobs.document.office.content.Losses;
import io.eventjobs.document.office.content.OfficeText;
import io.eventjobs.document.office.content.PictureCollector;
import io.eventjobs.document.office.xml.OfficePackage;
import io.eventjobs.document.office.xml.Relation;
import io.eventjobs.document.office.xml.XmlElement;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the text and notes of PowerPoint slides, without hidden slides. Not thread-safe. */
public final class Presentation {
    private final OfficePackage parts;
    private final PictureCollector pictures;
    private final Losses losses = new Losses();
    private final SlideStyles styles;

    private Presentation(OfficePackage parts, XmlElement root, PictureCollector pictures) {
        this.parts = parts;
        this.pictures = pictures;
        this.styles = new SlideStyles(parts, root);
    }

    public static OfficeText read(Path file, PictureCollector pictures) throws BrokenFileException, IOException {
        try (OfficePackage parts = OfficePackage.open(file)) {
            String main = parts.main();
            XmlElement root = parts.read(main)
                    .filter(presentation -> presentation.is("p:presentation"))
                    .orElseThrow(() -> new BrokenFileException("is damaged"));
            Presentation presentation = new Presentation(parts, root, pictures);
            List<OfficeText.Page> pages = presentation.pages(main, root);
            List<String> warnings = new ArrayList<>(pictures.warnings());
            warnings.addAll(presentation.losses.warnings());
            return new OfficeText(pages, List.of(), parts.properties(), pictures.files(), warnings);
        }
    }

    private List<OfficeText.Page> pages(String main, XmlElement root) throws BrokenFileException, IOException {
        List<OfficeText.Page> pages = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (XmlElement each :
                root.first("p:sldIdLst").map(XmlElement::children).orElse(List.of())) {
            Optional<Relation> slide = parts.relation(main, each.attribute("r:id"));
            if (slide.isPresent() && seen.add(slide.get().target())) {
                page(slide.get().target()).ifPresent(pages::add);
            }
        }
        return pages;
    }

    private Optional<OfficeText.Page> page(String part) throws BrokenFileException, IOException {
        XmlElement slide = parts.read(part).orElse(XmlElement.empty("p:sld"));
        if (slide.attribute("show").equals("0") || slide.attribute("show").equals("false")) {
            losses.add(Losses.Kind.HIDDEN_SLIDE);
            return Optional.empty();
        }
        Optional<String> comments = parts.related(part, "comments");
        if (comments.isPresent()) {
            parts.read(comments.get()).ifPresent(all -> all.children().stream()
                    .filter(child -> child.localName().equals("cm"))
                    .forEach(comment -> losses.add(Losses.Kind.COMMENT)));
        }
        SlideShapes shapes = new SlideShapes(parts, part, styles.of(part), pictures, losses);
        return Optional.of(new OfficeText.Page(shapes.read(slide), notes(part)));
    }

    private List<Block> notes(String slide) throws BrokenFileException, IOException {
        Optional<String> part = parts.related(slide, "notesSlide");
        if (part.isEmpty()) {
            return List.of();
        }
        XmlElement notes = parts.read(part.get()).orElse(XmlElement.empty("p:notes"));
        ShapeText texts = new ShapeText(new SlideLinks(parts, part.get()), losses);
        List<Block> blocks = new ArrayList<>();
        notes.descendants("p:sp")
                .filter(shape -> Placeholder.of(shape).type().equals("body"))
                .forEach(shape -> shape.first("p:txBody")
                        .ifPresent(body -> blocks.addAll(texts.blocks(body, styles.ofNotes(), ""))));
        return blocks;
    }
}
