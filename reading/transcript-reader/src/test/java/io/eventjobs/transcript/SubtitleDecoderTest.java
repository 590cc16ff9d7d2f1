package io.eventjobs.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubtitleDecoderTest {
    @ParameterizedTest
    @CsvSource({
        "ja,windows-31j,shift_jis,会場①は髙い塔の隣です",
        "ja,EUC-JP,euc-jp,この発表はとても長いです",
        "ko,x-windows-949,euc-kr,안녕하세요 여러분 똠방각하",
        "zh,GB18030,gb18030,大家早上好我们开始吧",
        "zh-TW,Big5-HKSCS,big5,大家早安我們開始吧",
        "zh,Big5-HKSCS,big5,大家早安我們開始吧這是一個測試",
        "ru,windows-1251,windows-1251,Добрый день всем",
        "ru,KOI8-R,koi8-r,Добрый день всем",
        "uk,windows-1251,windows-1251,Доброго дня їжак",
        "th,x-windows-874,windows-874,สวัสดีครับ",
        "vi,windows-1258,windows-1258,Tôi rât vui",
        "en,windows-31j,shift_jis,これはとても長いテストです",
        "de,windows-1251,windows-1251,Добрый день всем слушателям",
        "en,x-windows-949,euc-kr,안녕하세요 여러분 반갑습니다",
        "en,GBK,gb18030,大家好，今天我们讲数据库。",
        "en,windows-1250,windows-1250,Příliš žluťoučký kůň úpěl ďábelské ódy",
        "en,windows-1250,windows-1250,Zażółć gęślą jaźń i idź spać",
        "en,windows-1252,windows-1252,L’été à la française où çà et là naît l’œuvre: ¿qué? 5º",
    })
    void guessesTheCharsetOfATextWithoutLabelAndSaysSo(String language, String charset, String guess, String words) {
        DecodedText decoded = SubtitleDecoder.decoded(srt(words).getBytes(Charset.forName(charset)), null, language);

        assertThat(decoded.text()).isEqualTo(srt(words));
        assertThat(decoded.warning()).contains("the character set is not named, and was taken to be " + guess);
    }

    @ParameterizedTest
    @CsvSource({"utf-8,UTF-8", ",UTF-8", "windows-1250,windows-1250", "euc-kr,EUC-KR", ",UTF-16", ",ISO-2022-JP"})
    void isCertainOfALabelAndOfUnicode(@Nullable String label, String charset) {
        String words = charset.contains("KR") ? "안녕하세요" : charset.contains("JP") ? "会場は" : "Dzień dobry";

        DecodedText decoded = SubtitleDecoder.decoded(srt(words).getBytes(Charset.forName(charset)), label, "en");

        assertThat(decoded.text()).isEqualTo(srt(words));
        assertThat(decoded.warning()).isEmpty();
    }

    @Test
    void oneByteThatDoesNotFitSpoilsNothing() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(srt("Grüße aus der großen Halle für müde Füße").getBytes(StandardCharsets.UTF_8));
        file.write(0xC3);

        assertThat(SubtitleDecoder.of(file.toByteArray()))
                .isEqualTo(srt("Grüße aus der großen Halle für müde Füße") + "\ufffd");
    }

    @Test
    void oneCharacterThatDoesNotFitTheCharsetOfTheLanguageSpoilsNothing() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(srt("この発表はとても長いですから休みましょう").getBytes(Charset.forName("windows-31j")));
        file.write(new byte[] {(byte) 0xFD, '\n'});

        assertThat(SubtitleDecoder.of(file.toByteArray(), null, "ja")).contains("この発表はとても長いですから休みましょう");
    }

    private static String srt(String words) {
        return "1\n00:00:01,000 --> 00:00:02,000\n" + words + "\n";
    }
}
