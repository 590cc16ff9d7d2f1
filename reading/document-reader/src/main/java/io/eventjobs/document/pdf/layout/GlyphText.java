package io.eventjobs.document.pdf.layout;

import io.eventjobs.document.block.SymbolFont;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.text.TextPosition;

/** The text of a glyph: ligatures and presentation forms decomposed, letters of symbol fonts as the symbols they draw. Pure. */
final class GlyphText {
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final int PRIVATE_USE = 0xf000;

    private GlyphText() {}

    /** Empty for code points that are not characters. */
    static String of(TextPosition position) {
        String unicode = position.getUnicode();
        if (unicode == null || unicode.isEmpty()) {
            return "";
        }
        PDFont font = position.getFont();
        String name = font.getName() == null ? "" : font.getName();
        Optional<SymbolFont> symbols = SymbolFont.of(name);
        if (symbols.isPresent() && !isSymbol(unicode)) {
            return symbol(symbols.get(), position, unicode);
        }
        return readable(unicode);
    }

    /** Whether the file itself says which symbol a glyph is. */
    private static boolean isSymbol(String unicode) {
        int c = unicode.codePointAt(0);
        return c > 0xff && (c < PRIVATE_USE || c > PRIVATE_USE + 0xff) && LATIN_EXTRAS.indexOf(c) < 0;
    }

    /** Characters of windows-1252 outside Latin-1, which a code of a symbol font is taken for. */
    private static final String LATIN_EXTRAS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    private static String symbol(SymbolFont symbols, TextPosition position, String unicode) {
        int c = unicode.codePointAt(0);
        boolean isMapped = position.getFont().getCOSObject().containsKey(COSName.TO_UNICODE);
        boolean isEncoded =
                position.getFont().getCOSObject().getDictionaryObject(COSName.ENCODING) instanceof COSDictionary;
        if (symbols == SymbolFont.SYMBOL && isEncoded && c < PRIVATE_USE) {
            return unicode;
        }
        int code = c;
        if (c < PRIVATE_USE && position.getFont() instanceof PDSimpleFont && !isMapped) {
            code = position.getCharacterCodes()[0];
        } else if (c < PRIVATE_USE) {
            byte[] latin = unicode.getBytes(LATIN);
            code = latin.length == 1 ? latin[0] & 0xff : c;
        }
        return Character.isWhitespace(code) ? " " : symbols.character(code).orElse("•");
    }

    private static String readable(String unicode) {
        char first = unicode.charAt(0);
        if (first == '\u00ad' || first == '\u2010' || first == '\u2011') {
            return "-";
        }
        boolean isLigature = first >= '\ufb00' && first <= '\ufb06';
        boolean isShape = first >= '\ufb1d' && first <= '\ufdff' || first >= '\ufe70' && first <= '\ufefc';
        return isLigature || isShape ? Normalizer.normalize(unicode, Normalizer.Form.NFKC) : unicode;
    }
}
