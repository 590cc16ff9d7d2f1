package io.eventjobs.page;

import io.eventjobs.encoding.CharacterEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The encoding that a page declares in its first {@value #HEAD} bytes: in a {@code meta} element, else in an XML declaration. Corresponds
 * to the prescan of the HTML standard.
 */
final class DeclaredEncoding {
    private static final int HEAD = 8_192;

    /** Comments are matched first, so that what they say is no declaration. */
    private static final Pattern META =
            Pattern.compile("<!--.*?(?:-->|\\z)|<meta[\\s/]([^>]*)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*+=\\s*+[\"']?\\s*+([^\\s\"'/>;]++)", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML =
            Pattern.compile("\\A\\s*+<\\?xml[^>]*?encoding\\s*+=\\s*+[\"']([^\"'>]*+)", Pattern.CASE_INSENSITIVE);

    private DeclaredEncoding() {}

    /** Null if the page declares none that is known. */
    static @Nullable CharacterEncoding of(byte[] page) {
        String head = new String(page, 0, Math.min(page.length, HEAD), StandardCharsets.ISO_8859_1);
        return inMeta(head).or(() -> inXml(head)).orElse(null);
    }

    private static Optional<CharacterEncoding> inMeta(String head) {
        Matcher meta = META.matcher(head);
        while (meta.find()) {
            Matcher charset = CHARSET.matcher(meta.group(1) == null ? "" : meta.group(1));
            Optional<CharacterEncoding> encoding = charset.find() ? readable(charset.group(1)) : Optional.empty();
            if (encoding.isPresent()) {
                return encoding;
            }
        }
        return Optional.empty();
    }

    private static Optional<CharacterEncoding> inXml(String head) {
        Matcher declaration = XML.matcher(head);
        return declaration.find() ? readable(declaration.group(1)) : Optional.empty();
    }

    /** A declaration that was readable as single bytes cannot be in UTF-16; the standard has it so too. */
    private static Optional<CharacterEncoding> readable(String label) {
        return CharacterEncoding.ofLabel(label).map(encoding -> switch (encoding.name()) {
            case "utf-16be", "utf-16le" -> CharacterEncoding.UTF_8;
            case "x-user-defined" -> CharacterEncoding.WINDOWS_1252;
            default -> encoding;
        });
    }
}
