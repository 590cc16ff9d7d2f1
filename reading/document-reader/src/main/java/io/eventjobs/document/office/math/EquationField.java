package io.eventjobs.document.office.math;

import io.eventjobs.markdown.math.Tex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the formulas that Word's {@code EQ} fields hold as an instruction, e.g. {@code EQ \f(1,2)}. Never fails: what is no known switch is
 * written as the text that it is. Pure.
 */
public final class EquationField {
    private static final Pattern FIELD =
            Pattern.compile("(?is)^\\s*EQ\\b(?:\\s*\\\\\\*\\s*(?:\"[^\"]*\"|\\S+)){0,9}(.*)$");
    private static final Pattern SWITCH = Pattern.compile("\\\\([a-zA-Z]+)");
    private static final Pattern OPTION = Pattern.compile("(?i)\\G\\s*\\\\(?:([lrbfv]c)\\\\(\\S)|([a-z]+)\\s*(\\d*))");
    private static final Pattern RUBY = Pattern.compile(
            "(?is)\\\\o\\s*+(?:\\\\a[a-z]\\s*+)?\\(\\s*+\\\\s\\s*+\\\\\\s*+up\\s*+\\d*+\\s*+\\(([^()\\\\]*)\\)\\s*[,;]([^()\\\\]*)\\)");
    private static final int MAX_DEPTH = 32;
    private static final int MAX_LENGTH = 10_000;

    private final String code;
    private int at;

    private EquationField(String code) {
        this.code = code.substring(0, Math.min(code.length(), MAX_LENGTH));
    }

    /** A formula as TeX, or text with its reading. */
    public sealed interface Content {
        String text();
    }

    /** TeX. */
    public record Formula(String text) implements Content {}

    /** Words whose reading stands above them, as it is written on one line. */
    public record Annotated(String text) implements Content {}

    /** What an instruction shows; empty if it is that of another field. */
    public static Optional<Content> of(String instruction) {
        Matcher field = FIELD.matcher(instruction);
        if (!field.matches()) {
            return Optional.empty();
        }
        String code = field.group(1).strip();
        return Optional.of(annotated(code)
                .<Content>map(Annotated::new)
                .orElseGet(() -> new Formula(new EquationField(code)
                        .sequence(0, false)
                        .replaceAll("\\s+", " ")
                        .strip())));
    }

    /** East Asian readings are a small text over another one: {@code \o\ad(\s\ up 9(reading),base)}. */
    private static Optional<String> annotated(String code) {
        Matcher ruby = RUBY.matcher(code);
        return ruby.matches()
                ? Optional.of(ruby.group(2).strip() + "(" + ruby.group(1).strip() + ")")
                : Optional.empty();
    }

    /** Up to the end, or within an argument to its separator or closing bracket, which is not consumed. */
    private String sequence(int depth, boolean isArgument) {
        StringBuilder tex = new StringBuilder();
        StringBuilder plain = new StringBuilder();
        int brackets = 0;
        while (at < code.length()) {
            char c = code.charAt(at);
            if (isArgument && brackets == 0 && (c == ',' || c == ';' || c == ')')) {
                break;
            }
            if (c == '\\' && at + 1 < code.length()) {
                if (Character.isLetter(code.charAt(at + 1))) {
                    tex.append(Tex.characters(plain.toString()));
                    plain.setLength(0);
                    tex.append(element(depth));
                    continue;
                }
                plain.append(code.charAt(at + 1));
                at += 2;
                continue;
            }
            brackets += c == '(' ? 1 : c == ')' ? -1 : 0;
            plain.append(c);
            at++;
        }
        return tex.append(Tex.characters(plain.toString())).toString();
    }

    /** One switch with its options and arguments. */
    private String element(int depth) {
        Matcher name = SWITCH.matcher(code);
        if (depth >= MAX_DEPTH || !name.find(at) || name.start() != at) {
            return rest();
        }
        int start = at;
        at = name.end();
        List<Option> options = options();
        while (at < code.length() && Character.isWhitespace(code.charAt(at))) {
            at++;
        }
        if (at >= code.length() || code.charAt(at) != '(') {
            return Tex.characters(code.substring(start, at));
        }
        List<String> parts = arguments(depth);
        return written(name.group(1), options, parts);
    }

    private String rest() {
        String left = code.substring(at);
        at = code.length();
        return Tex.characters(left);
    }

    private List<Option> options() {
        List<Option> options = new ArrayList<>();
        Matcher option = OPTION.matcher(code);
        while (option.find(at) && option.start() == at) {
            boolean isCharacter = option.group(1) != null;
            options.add(
                    isCharacter
                            ? new Option(option.group(1).toLowerCase(Locale.ROOT), "", option.group(2))
                            : new Option(option.group(3).toLowerCase(Locale.ROOT), option.group(4), ""));
            at = option.end();
        }
        return options;
    }

    private List<String> arguments(int depth) {
        List<String> parts = new ArrayList<>();
        do {
            at++;
            parts.add(sequence(depth + 1, true));
        } while (at < code.length() && code.charAt(at) != ')');
        at++;
        return parts;
    }

    private static String written(String name, List<Option> options, List<String> parts) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "f" -> Tex.fraction(part(parts, 0), part(parts, 1));
            case "r" -> parts.size() < 2 ? Tex.root("", part(parts, 0)) : Tex.root(parts.get(0), parts.get(1));
            case "s" -> script(options, parts);
            case "i" -> integral(options, parts);
            case "b" -> bracketed(options, String.join(",", parts));
            case "a" -> array(options, parts);
            case "x" -> framed(options, String.join(",", parts));
            case "o" -> struck(parts);
            case "d" -> " " + String.join("", parts);
            default -> String.join(", ", parts);
        };
    }

    private static String script(List<Option> options, List<String> parts) {
        if (parts.size() > 1) {
            return Tex.scripts("", parts.get(1), parts.get(0));
        }
        boolean isLowered = options.stream().anyMatch(option -> option.name.equals("do"));
        return isLowered ? Tex.scripts("", parts.getFirst(), "") : Tex.scripts("", "", parts.getFirst());
    }

    private static String integral(List<Option> options, List<String> parts) {
        String sign = "∫";
        for (Option option : options) {
            sign = switch (option.name) {
                case "su" -> "∑";
                case "pr" -> "∏";
                case "fc", "vc" -> option.character;
                default -> sign;
            };
        }
        return Tex.over(sign, part(parts, 0), part(parts, 1), part(parts, 2));
    }

    private static String bracketed(List<Option> options, String inner) {
        String open = "(";
        String close = ")";
        for (Option option : options) {
            switch (option.name) {
                case "lc" -> {
                    open = option.character;
                    close = "";
                }
                case "rc" -> {
                    open = options.size() == 1 ? "" : open;
                    close = option.character;
                }
                case "bc" -> {
                    open = option.character;
                    close = closing(open);
                }
                default -> {
                    // No other options are defined.
                }
            }
        }
        return Tex.fenced(open, inner, close);
    }

    private static String closing(String open) {
        return switch (open) {
            case "(" -> ")";
            case "[" -> "]";
            case "{" -> "}";
            case "<" -> ">";
            default -> open;
        };
    }

    private static String array(List<Option> options, List<String> parts) {
        int columns = options.stream()
                .filter(option -> option.name.equals("co") && option.number.matches("[1-9]\\d?"))
                .mapToInt(option -> Integer.parseInt(option.number))
                .findFirst()
                .orElse(1);
        List<List<String>> rows = new ArrayList<>();
        for (int start = 0; start < parts.size(); start += columns) {
            rows.add(parts.subList(start, Math.min(parts.size(), start + columns)));
        }
        return Tex.matrix(rows);
    }

    private static String framed(List<Option> options, String inner) {
        if (options.size() != 1) {
            return "\\boxed{" + inner.strip() + "}";
        }
        return switch (options.getFirst().name) {
            case "to" -> "\\overline{" + inner.strip() + "}";
            case "bo" -> "\\underline{" + inner.strip() + "}";
            case "le" -> "|" + inner.strip();
            case "ri" -> inner.strip() + "|";
            default -> "\\boxed{" + inner.strip() + "}";
        };
    }

    /** Characters over one another: an accent, or one after another. */
    private static String struck(List<String> parts) {
        if (parts.size() == 2 && Tex.isAccent(parts.get(1))) {
            return Tex.accent(parts.get(1).strip(), parts.get(0));
        }
        return String.join("", parts);
    }

    private static String part(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : "";
    }

    /**
     * An option of a switch.
     *
     * @param number empty if there is none
     * @param character empty if there is none
     */
    private record Option(String name, String number, String character) {}
}
