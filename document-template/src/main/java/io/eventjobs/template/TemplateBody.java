package io.eventjobs.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of a template: Mustache with variables and sections, without partials and lambdas. Thread-safe. */
final class TemplateBody {
    /** No escaping, with two braces or three: all values are Markdown already. */
    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .withCollector(new MapCollector())
            .withEscaper(text -> text)
            .emptyStringIsFalse(true)
            .strictSections(true);

    /** Needed, since a body of 64 KiB can render a text of a megabyte thousands of times. */
    private static final int MAX_CHARACTERS = 16 << 20;

    private static final Pattern POSITION = Pattern.compile(" @ line ([0-9]{1,6})$");

    private final Template template;
    private final Set<String> mentioned;
    private final Set<String> shown;

    private TemplateBody(Template template, BodyValidator validator) {
        this.template = template;
        this.mentioned = Set.copyOf(validator.mentioned());
        this.shown = Set.copyOf(validator.shown());
    }

    /**
     * Parses a body.
     *
     * @param line line of the file on which the body begins
     * @param errors receives its errors; if there are any, the result must not be used
     */
    static TemplateBody of(String text, int line, List<TemplateField> fields, TemplateErrors errors) {
        Map<String, Variables.Shape> known = Variables.with(fields);
        Set<String> names = Set.copyOf(fields.stream().map(TemplateField::name).toList());
        BodyValidator validator = new BodyValidator(known, names, errors);
        Template template = COMPILER.compile("");
        if (validator.accepts(text, line)) {
            try {
                template = compiled(text, validator, line, errors);
                if (errors.isEmpty()) {
                    renderSamples(template, known);
                }
            } catch (MustacheException e) {
                addSyntaxError(String.valueOf(e.getMessage()), line, errors);
            } catch (IndexOutOfBoundsException e) {
                // An empty tag that only the compiler takes for one.
                addSyntaxError("a tag must have a name", line, errors);
            }
        }
        return new TemplateBody(template, validator);
    }

    private static Template compiled(String text, BodyValidator validator, int line, TemplateErrors errors) {
        Template template = COMPILER.compile(text);
        CompiledTags tags = new CompiledTags(validator.tags());
        template.visit(tags);
        if (!tags.areChecked()) {
            errors.add(
                    line,
                    "unsupported tag in the body: a tag is {{name}}, a section, an inverted section or a comment");
        }
        return template;
    }

    /** @param values a value for each known variable: strings, lists of strings, lists of maps of strings; all of it Markdown */
    String render(Map<String, Object> values) throws DocumentTooLongException {
        BoundedWriter text = new BoundedWriter(MAX_CHARACTERS);
        RenderingBudget budget = new RenderingBudget();
        try {
            template.execute(budget.counting(values), text);
        } catch (MustacheException e) {
            if (text.overflowed() || budget.isExceeded()) {
                throw new DocumentTooLongException(MAX_CHARACTERS);
            }
            throw e;
        }
        return text.toString();
    }

    /** The variables that the body uses. */
    Set<String> mentioned() {
        return mentioned;
    }

    /** The variables that the body uses other than as a substitute for a missing answer. */
    Set<String> shown() {
        return shown;
    }

    /** The compiler counts lines from the beginning of the body. */
    private static void addSyntaxError(String message, int line, TemplateErrors errors) {
        Matcher position = POSITION.matcher(message);
        int at = position.find() ? line + Integer.parseInt(position.group(1)) - 1 : line;
        errors.add(
                at,
                "the body is not valid Mustache: " + position.replaceFirst("").replaceAll("\\s+", " "));
    }

    /** Renders the body with all values and with none, so that errors are found before a job runs into them. */
    private static void renderSamples(Template template, Map<String, Variables.Shape> known) {
        Map<String, Object> full = new HashMap<>(Map.of(Variables.LABELS, labels()));
        Map<String, Object> empty = new HashMap<>(full);
        known.forEach((name, shape) -> {
            full.put(name, sample(shape));
            empty.put(name, shape instanceof Variables.Shape.Text ? "" : List.of());
        });
        template.execute(full);
        template.execute(empty);
    }

    private static Object sample(Variables.Shape shape) {
        return switch (shape) {
            case Variables.Shape.Text text -> "text";
            case Variables.Shape.Texts texts -> List.of("text");
            case Variables.Shape.Things things -> {
                Map<String, String> thing = new HashMap<>();
                things.parts().forEach(part -> thing.put(part, "text"));
                yield List.of(thing);
            }
        };
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        Variables.LABEL_KEYS.forEach(key -> labels.put(key, key));
        return labels;
    }
}
