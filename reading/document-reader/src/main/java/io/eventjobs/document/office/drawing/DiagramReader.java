package io.eventjobs.document.office.drawing;

import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.office.content.Losses;
import io.eventjobs.document.office.xml.OfficePackage;
import io.eventjobs.document.office.xml.XmlElement;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads diagrams (SmartArt) as lists: from the tree of their texts, else from the shapes last drawn. Not thread-safe. */
public final class DiagramReader {
    private static final int MAX_DEPTH = 50;

    private final OfficePackage parts;
    private final Losses losses;

    public DiagramReader(OfficePackage parts, Losses losses) {
        this.parts = parts;
        this.losses = losses;
    }

    /** @param part of the diagram's data; @param owner the part that shows it */
    public List<Block> read(String part, String owner) throws BrokenFileException, IOException {
        XmlElement model = parts.read(part).orElse(XmlElement.empty("dgm:dataModel"));
        List<Block> items = new Tree(model).items();
        if (items.isEmpty()) {
            items = drawn(owner);
        }
        if (items.isEmpty()) {
            losses.add(Losses.Kind.DIAGRAM);
        }
        return items;
    }

    private List<Block> drawn(String owner) throws BrokenFileException, IOException {
        List<Block> items = new ArrayList<>();
        Optional<String> drawing = parts.related(owner, "diagramDrawing");
        if (drawing.isPresent()) {
            parts.read(drawing.get()).ifPresent(root -> root.descendants("dsp:txBody")
                    .map(DiagramReader::words)
                    .filter(words -> !words.isBlank())
                    .forEach(words -> items.add(new Block.Item(0, null, RichText.of(words)))));
        }
        return items;
    }

    private static String words(XmlElement body) {
        return body.children("a:p").stream()
                .map(ChartReader::words)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** The points of a diagram and who belongs to whom; what is shown where is of no interest. */
    private static final class Tree {
        private final Map<String, XmlElement> points = new java.util.LinkedHashMap<>();
        private final Map<String, List<XmlElement>> connections = new HashMap<>();
        private final Set<String> seen = new HashSet<>();
        private final List<Block> items = new ArrayList<>();

        Tree(XmlElement model) {
            for (XmlElement point :
                    model.first("dgm:ptLst").map(XmlElement::children).orElse(List.of())) {
                points.put(point.attribute("modelId"), point);
            }
            for (XmlElement each :
                    model.first("dgm:cxnLst").map(XmlElement::children).orElse(List.of())) {
                if (!each.has("type") || each.attribute("type").equals("parOf")) {
                    connections
                            .computeIfAbsent(each.attribute("srcId"), any -> new ArrayList<>())
                            .add(each);
                }
            }
            connections.values().forEach(all -> all.sort(Comparator.comparingInt(each -> each.number("srcOrd", 0))));
        }

        List<Block> items() {
            points.forEach((id, point) -> {
                if (point.attribute("type").equals("doc")) {
                    addChildren(id, 0, 0);
                }
            });
            // What hangs on nothing is still text.
            points.forEach((id, point) -> {
                boolean isText = point.attribute("type").isEmpty()
                        || point.attribute("type").matches("node|asst");
                if (isText && !seen.contains(id)) {
                    add(id, 0, 0);
                }
            });
            return items;
        }

        /** @param steps from the root, also over points without text */
        private void addChildren(String id, int depth, int steps) {
            for (XmlElement each : connections.getOrDefault(id, List.of())) {
                add(each.attribute("destId"), depth, steps + 1);
            }
        }

        private void add(String id, int depth, int steps) {
            XmlElement point = points.get(id);
            if (point == null || steps > MAX_DEPTH || !seen.add(id)) {
                return;
            }
            String words = point.first("dgm:t").map(DiagramReader::words).orElse("");
            if (!words.isBlank()) {
                items.add(new Block.Item(depth, null, RichText.of(words)));
            }
            addChildren(id, words.isBlank() ? depth : depth + 1, steps);
        }
    }
}
