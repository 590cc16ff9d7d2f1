package io.eventjobs.document.block;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.font.encoding.SymbolEncoding;
import org.apache.pdfbox.pdmodel.font.encoding.ZapfDingbatsEncoding;

/** Fonts that draw symbols in place of letters: which character each code stands for. Pure. */
public enum SymbolFont {
    /** Also Wingdings 2 and 3, whose bullets are other ones. */
    WINGDINGS {
        @Override
        Optional<String> known(int code) {
            return Optional.ofNullable(WingdingsTable.CHARACTERS.get(code));
        }
    },
    OTHER_DINGBATS {
        @Override
        Optional<String> known(int code) {
            return Optional.empty();
        }
    },
    SYMBOL {
        @Override
        Optional<String> known(int code) {
            return Optional.ofNullable(GlyphList.getAdobeGlyphList().toUnicode(SymbolEncoding.INSTANCE.getName(code)));
        }
    },
    ZAPF_DINGBATS {
        @Override
        Optional<String> known(int code) {
            return Optional.ofNullable(
                    GlyphList.getZapfDingbats().toUnicode(ZapfDingbatsEncoding.INSTANCE.getName(code)));
        }
    };

    private static final int PRIVATE_USE = 0xf000;

    /** The symbol font of this name, with or without a subset's prefix. */
    public static Optional<SymbolFont> of(String name) {
        String plain =
                name.substring(name.indexOf('+') + 1).toLowerCase(Locale.ROOT).replace(" ", "");
        if (plain.matches("wingdings(?:[-,].*)?")) {
            return Optional.of(WINGDINGS);
        }
        if (plain.startsWith("wingdings") || plain.startsWith("webdings") || plain.startsWith("marlett")) {
            return Optional.of(OTHER_DINGBATS);
        }
        if (plain.equals("symbol") || plain.matches("symbol(?:ps.*|(?:mt|neu)?(?:[-,].*)?)")) {
            return Optional.of(SYMBOL);
        }
        return plain.contains("zapfdingbats") || plain.startsWith("dingbats")
                ? Optional.of(ZAPF_DINGBATS)
                : Optional.empty();
    }

    /** The character that a code stands for, which may have been moved to the private use area; empty if it is not known. */
    public Optional<String> character(int code) {
        int plain = code >= PRIVATE_USE && code <= PRIVATE_USE + 0xff ? code - PRIVATE_USE : code;
        return plain == ' ' || plain == 0xa0
                ? Optional.of(" ")
                : plain > 0xff ? Optional.of(Character.toString(code)) : known(plain);
    }

    /** A text in this font; a bullet for each character that is not known. */
    public String text(String written) {
        StringBuilder text = new StringBuilder();
        written.codePoints()
                .forEach(c -> text.append(
                        Character.isWhitespace(c) ? " " : character(c).orElse("•")));
        return text.toString();
    }

    abstract Optional<String> known(int code);

    /** As the Unicode standard maps the font, with the common form of a symbol where the exact one is in no font. */
    private static final class WingdingsTable {
        static final Map<Integer, String> CHARACTERS = new HashMap<>();

        static {
            add(
                    0x21,
                    "🖉✂✁👓🕭🕮🕯🕿✆🖂🖃📪📫📬📭🗀🗁🗎🗏🗐🗄⏳🖮🖰🖲🖳🖴🖫🖬✇✍🖎✌👌👍👎☜☞☝☟🖐☺😐☹💣☠🏳🏱✈☼💧❄🕆✞🕈✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓🙰🙵●❍■□❐❑❒⬧⧫◆❖⬥⌧⍓⌘❀✿❝❞");
            add(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿");
            add(0x9e, "·•▪○◉◎◉◎◌▪◻▴✦★✶✴✹✵⯐⌖⟡⌑⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛");
            add(0xd5, "⌫⌦◁➢△▽");
            add(0xdf, "←→↑↓↖↗↙↘←➔↑↓↖↗↙↘⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂▭▫✗✓☒☑");
        }

        private static void add(int first, String characters) {
            int[] code = {first};
            characters.codePoints().forEach(c -> CHARACTERS.put(code[0]++, Character.toString(c)));
        }
    }
}
