package io.eventjobs.template;

import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.job.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The file of a template: a YAML header between two lines of {@code ---}, and a Mustache body. May be invalid; see {@link #read}.
 *
 * @param name name of the template, which is the file's name without {@link #EXTENSION}
 */
public record TemplateFile(String name, byte[] bytes) {
    /** The extension of template files. */
    public static final String EXTENSION = ".md";

    public static final int MAX_BYTES = 64 << 10;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");
    private static final String RULE = "---\n";

    /** Whether this is a valid name of a template; such a name is safe as a file name and in an object key. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The object key at which the file with this hash is stored for workers; content-addressed, so it never changes. */
    public static String key(TenantId tenant, String hash) {
        return tenant + "/templates/" + hash + EXTENSION;
    }

    /** SHA-256 of the file. */
    public String hash() {
        return Sha256.of(bytes);
    }

    /** Parses and validates the file. A template that is returned can be rendered for every session. */
    public DocumentTemplate read() throws InvalidTemplateException {
        TemplateErrors errors = new TemplateErrors();
        if (!isName(name)) {
            errors.add("the template's name must match " + NAME);
        }
        String text = text(errors);
        int end = text.startsWith(RULE) ? text.indexOf("\n" + RULE, RULE.length() - 1) : -1;
        if (end < 0) {
            errors.add(1, "the file must begin with a header between two lines of ---");
            errors.throwIfAny();
        }
        int begin = end + 1 + RULE.length();
        TemplateHeader header = TemplateHeader.of(name, text.substring(RULE.length(), end + 1), errors);
        int bodyLine = 1
                + (int) text.substring(0, begin).chars().filter(c -> c == '\n').count();
        TemplateBody body = TemplateBody.of(text.substring(begin), bodyLine, header.fields(), errors);
        header.fields().stream()
                .map(TemplateField::name)
                .filter(field -> !body.mentioned().contains(field)
                        && !header.frontMatter().contains(field))
                .forEach(field -> errors.add("field " + field + " must be in the body or in front_matter"));
        errors.throwIfAny();
        return new DocumentTemplate(header, body);
    }

    private String text(TemplateErrors errors) {
        if (bytes.length > MAX_BYTES) {
            errors.add("the file must have at most " + MAX_BYTES + " bytes");
            return "";
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replace("\r\n", "\n");
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            errors.add("the file must be valid UTF-8");
            return "";
        }
    }
}
