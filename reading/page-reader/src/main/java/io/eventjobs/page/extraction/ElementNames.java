package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.BlockElements;
import io.eventjobs.page.dom.BoundedSearch;
import io.eventjobs.page.dom.VisibleText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * What the names of a page's elements suggest, given how the page uses them. An id that is made of the words of its section's heading is
 * not a name, and a word on a great share of the page's paragraphs says nothing about any of them.
 */
final class ElementNames {
    private static final int MAX_HEADING_LENGTH = 200;
    private static final int MIN_SLUGS = 3;
    private static final int MAX_HEADINGS = 500;
    private static final int MIN_CARRIERS = 3;
    private static final double MAX_SHARE = 0.3;
    private static final Set<NameHint> KINDS = EnumSet.of(NameHint.DIVERSION, NameHint.VAGUE, NameHint.CREDIT);
    private static final Pattern WORD_END = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<Element, Set<NameHint>> known = new IdentityHashMap<>();
    private final Map<Element, List<NameWords.Word>> read = new IdentityHashMap<>();
    /** By the value of {@code class}: most are repeated. */
    private final Map<String, List<NameWords.Word>> ofClasses = new HashMap<>();

    private final Set<NameHint> nowhere = EnumSet.noneOf(NameHint.class);
    private final boolean idsAreSlugs;
    private final Set<String> disbelieved;

    private ElementNames(Element body, TextStatistics statistics) {
        this.idsAreSlugs = hasSlugs(statistics.elements());
        this.disbelieved = frequent(body, statistics);
    }

    static ElementNames of(Element body, TextStatistics statistics) {
        return new ElementNames(body, statistics);
    }

    /** The hints in the names of an element; none for a heading. */
    Set<NameHint> hints(Element element) {
        if (element.attributesSize() == 0 || BlockElements.headingLevel(element) > 0) {
            return Set.of();
        }
        Set<NameHint> hints = known.get(element);
        if (hints == null) {
            hints = EnumSet.noneOf(NameHint.class);
            for (NameWords.Word word : words(element)) {
                if (!disbelieved.contains(word.word())) {
                    hints.addAll(word.hints());
                }
            }
            hints.removeAll(nowhere);
            known.put(element, hints);
        }
        return hints;
    }

    boolean isBelieved(NameHint hint) {
        return !nowhere.contains(hint);
    }

    /** From now on, this hint is nowhere. */
    void disbelieve(NameHint hint) {
        known.values().forEach(hints -> hints.remove(hint));
        nowhere.add(hint);
    }

    private List<NameWords.Word> words(Element element) {
        List<NameWords.Word> known = read.get(element);
        if (known == null) {
            known = fresh(element);
            read.put(element, known);
        }
        return known;
    }

    private List<NameWords.Word> fresh(Element element) {
        String classes = element.attributes().get("class");
        String components = element.attributes().get("data-component");
        List<NameWords.Word> ofClass = components.isEmpty()
                ? ofClasses.computeIfAbsent(classes, names -> NameWords.ofClasses(names, ""))
                : NameWords.ofClasses(classes, components);
        List<NameWords.Word> ofId = element.attributes().hasKey("id") ? NameWords.ofId(element) : List.of();
        if (ofId.isEmpty() || isSlug(element, element.id())) {
            return ofClass;
        }
        List<NameWords.Word> words = new ArrayList<>(ofClass);
        words.addAll(ofId);
        return words;
    }

    /** Whether the words of an id stand in the element's heading. A single word may be both, unless the page makes all its ids so. */
    private boolean isSlug(Element element, String id) {
        List<String> words = NameWords.split(id);
        if (words.size() < 2 && !idsAreSlugs) {
            return false;
        }
        Element heading = BoundedSearch.first(element, each -> BlockElements.headingLevel(each) > 0);
        return heading != null && isIn(words, heading);
    }

    private static boolean isIn(List<String> words, Element heading) {
        String text = VisibleText.of(heading, MAX_HEADING_LENGTH).toLowerCase(Locale.ROOT);
        List<String> said = List.of(WORD_END.split(text));
        return !words.isEmpty()
                && (new HashSet<>(said).containsAll(words)
                        || String.join("", said).contains(String.join("", words)));
    }

    private static boolean hasSlugs(List<Element> elements) {
        int headings = 0;
        int slugs = 0;
        for (Element element : elements) {
            if (BlockElements.headingLevel(element) > 0 && headings++ < MAX_HEADINGS) {
                Element parent = element.parent();
                String id = element.id().isEmpty() && parent != null ? parent.id() : element.id();
                slugs += !id.isEmpty() && isIn(NameWords.split(id), element) ? 1 : 0;
            }
        }
        return slugs >= MIN_SLUGS;
    }

    /** Words of boilerplate on so many of the page's paragraphs that they can only be words of its layout. */
    private Set<String> frequent(Element body, TextStatistics statistics) {
        int most = (int) (statistics.of(body).prose * Pruning.MUCH);
        Map<String, Usage> usages = new HashMap<>();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof Element element && isCarrier(element)) {
                            kinds(element).forEach(word -> usage(word).open(element));
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element && isCarrier(element)) {
                            int paragraphs = statistics.of(element).paragraphs;
                            kinds(element).forEach(word -> usage(word).close(element, paragraphs));
                        }
                    }

                    private boolean isCarrier(Element element) {
                        ElementStatistics counts = statistics.of(element);
                        return counts.prose > 0
                                && counts.prose <= most
                                && element.attributesSize() > 0
                                && BlockElements.headingLevel(element) == 0;
                    }

                    private Usage usage(NameWords.Word word) {
                        return usages.computeIfAbsent(word.word(), fresh -> new Usage());
                    }
                },
                body);
        int paragraphs = statistics.of(body).paragraphs;
        return usages.entrySet().stream()
                .filter(each ->
                        each.getValue().carriers >= MIN_CARRIERS && each.getValue().paragraphs > paragraphs * MAX_SHARE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Words for kinds of boxes; those for places around the content, such as a sidebar, mean it however many there are. */
    private List<NameWords.Word> kinds(Element element) {
        return words(element).stream()
                .filter(word -> word.hints().stream().anyMatch(KINDS::contains))
                .toList();
    }

    /** How many paragraphs have a word on an element around them, and on how many elements it is. */
    private static final class Usage {
        private int paragraphs;
        private int carriers;
        private @Nullable Element outermost;

        private void open(Element carrier) {
            outermost = outermost == null ? carrier : outermost;
        }

        private void close(Element carrier, int inside) {
            if (carrier == outermost) {
                outermost = null;
                carriers++;
                paragraphs += inside;
            }
        }
    }
}
