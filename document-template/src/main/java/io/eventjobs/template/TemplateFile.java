package io.eventjobs.template;

import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.job.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The file of a template as it was written: a header between two lines of {@code ---}, and a body.
 *
 * @param name by which jobs ask for it, that of the file without its ending
 */
public record TemplateFile(String name, byte[] bytes) {
    /** What a file is called after its name. */
    public static final String EXTENSION = ".md";

    public static final int MAX_BYTES = 64 << 10;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");
    private static final String RULE = "---\n";

    /** Whether a template may be called so; such a name is also one of a file, and the end of a key. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Where the text that has this hash is kept for the workers: it never changes there. */
    public static String key(TenantId tenant, String hash) {
        return tenant + "/templates/" + hash + EXTENSION;
    }

    /** SHA-256 of the file: names this very text. */
    public String hash() {
        return Sha256.of(bytes);
    }

    /** The template, checked: whatever is not refused here can be rendered with every session. */
    public DocumentTemplate read() throws InvalidTemplateException {
        TemplateErrors errors = new TemplateErrors();
        if (!isName(name)) {
            errors.add("its name must match " + NAME);
        }
        String text = text(errors);
        int end = text.startsWith(RULE) ? text.indexOf("\n" + RULE, RULE.length() - 1) : -1;
        if (end < 0) {
            errors.add(1, "it must begin with a header between two lines of ---");
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
                .forEach(field -> errors.add("the field " + field + " is asked for and shown nowhere"));
        errors.throwIfAny();
        return new DocumentTemplate(header, body);
    }

    private String text(TemplateErrors errors) {
        if (bytes.length > MAX_BYTES) {
            errors.add("it must have at most " + MAX_BYTES + " bytes");
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
            errors.add("it must be written in UTF-8");
            return "";
        }
    }
}
