package io.eventjobs.template;

import com.samskivert.mustache.Mustache;
import java.util.Iterator;
import java.util.List;

/**
 * Compares what Mustache's parser made of a body with the tags that were checked. The check reads tags with a pattern, to know their
 * lines; whatever the parser sees differently has not been checked and must not be rendered. Not thread-safe.
 */
final class CompiledTags implements Mustache.Visitor {
    private final Iterator<Tag> checked;
    private boolean differs;

    CompiledTags(List<Tag> checked) {
        this.checked = checked.iterator();
    }

    /** Whether the parser found exactly the checked tags; to be asked after the visit. */
    boolean areChecked() {
        return !differs && !checked.hasNext();
    }

    @Override
    public void visitText(String text) {
        // Text has no tags.
    }

    @Override
    public void visitVariable(String name) {
        compare(new Tag(Tag.Kind.VARIABLE, name));
    }

    @Override
    public boolean visitSection(String name) {
        return compare(new Tag(Tag.Kind.SECTION, name));
    }

    @Override
    public boolean visitInvertedSection(String name) {
        return compare(new Tag(Tag.Kind.INVERTED_SECTION, name));
    }

    @Override
    public boolean visitInclude(String name) {
        return refuse();
    }

    @Override
    public boolean visitParent(String name) {
        return refuse();
    }

    @Override
    public boolean visitBlock(String name) {
        return refuse();
    }

    /** Whether to look into the tag: not after the first difference, since what was not checked may be nested without bound. */
    private boolean compare(Tag found) {
        differs = differs || !checked.hasNext() || !checked.next().equals(found);
        return !differs;
    }

    private boolean refuse() {
        differs = true;
        return false;
    }

    /** A tag that renders something; comments and the ends of sections do not. */
    record Tag(Kind kind, String name) {
        enum Kind {
            VARIABLE,
            SECTION,
            INVERTED_SECTION
        }
    }
}
