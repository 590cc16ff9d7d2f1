package io.eventjobs.page.markdown;

import io.eventjobs.markdown.math.MathElement;
import java.util.List;
import org.jsoup.nodes.Element;

/** An element of a formula in a page. */
record FormulaElement(Element element) implements MathElement {
    @Override
    public String localName() {
        String name = element.normalName();
        return name.substring(name.indexOf(':') + 1);
    }

    @Override
    public String text() {
        return element.text();
    }

    @Override
    public String attribute(String name) {
        return element.attr(name);
    }

    @Override
    public boolean has(String attribute) {
        return element.hasAttr(attribute);
    }

    @Override
    public List<FormulaElement> children() {
        return element.children().stream().map(FormulaElement::new).toList();
    }
}
