package io.eventjobs.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.FieldFault;
import io.eventjobs.gateway.web.ApiJson;
import io.eventjobs.gateway.web.FieldReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class FieldFormatsTest {
    private static final String NO_ADDRESS = "must be an absolute http or https URL";
    private static final String NO_SOURCE = "must be an absolute http or https URL, or the address of an upload";

    private final FieldReader.Faults faults = new FieldReader.Faults();

    @ParameterizedTest
    @ValueSource(strings = {"00:00", "09:30", "19:59", "23:59"})
    void aTimeIsOneOfTheDay(String text) {
        assertThat(FieldFormats.time(given(text), "field")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9:30", "24:00", "12:60", "0930", "09.30", "9 am"})
    void anythingElseIsNoTime(String text) {
        refused(FieldFormats.time(given(text), "field"), "must be a time between 00:00 and 23:59, as HH:MM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "pt-BR", "zh-Hant-TW", "gsw"})
    void aLanguageIsATag(String text) {
        assertThat(FieldFormats.language(given(text), "field")).isEqualTo(text);
    }

    @Test
    void aLanguageHasOneFormHoweverItIsWritten() {
        assertThat(FieldFormats.language(given("EN"), "field")).isEqualTo("en");
        assertThat(FieldFormats.language(given("pt-br"), "field")).isEqualTo("pt-BR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"e", "german", "en_US", "en-", "de-x", "deutsch, bitte", "e1", "xx", "en-QQ"})
    void anythingElseIsNoLanguage(String text) {
        refused(FieldFormats.language(given(text), "field"), "must be a language tag such as en or pt-BR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"closing.md", "Grüße an alle.md", "...md", "a..b", ".hidden"})
    void aFileNameIsAnyNameWithoutAPath(String text) {
        assertThat(FieldFormats.fileName(given(text), "field")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b.md", "/etc/passwd", "..", ".", "..\\x.md", "a\nb"})
    void aPathIsNoFileName(String text) {
        refused(FieldFormats.fileName(given(text), "field"), "must be a file name without a path");
    }

    @Test
    void aFileNameHasNoNul() {
        refused(FieldFormats.fileName(given("a\u0000b"), "field"), "must not contain NUL or unpaired surrogates");
    }

    @Test
    void aFileNameHasAtMostThreeHundredCharacters() {
        assertThat(FieldFormats.fileName(given("x".repeat(300)), "field")).hasSize(300);
        refused(
                FieldFormats.fileName(given("x".repeat(301)), "field"),
                "must have at most 300 characters, but has 301");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "https://example.org:8443/talk?id=1#top",
                "HTTPS://EXAMPLE.ORG/",
                "https://example.org/my talk.pdf",
                "https://example.org/Grüße?q={a|b}",
                "https://münchen.example/",
                "http://10.0.0.7/internal",
                "https://user@example.org/"
            })
    void anAddressIsJudgedByItsFormOnly(String text) {
        assertThat(FieldFormats.address(given(text), "field")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org/talk",
                "/talk",
                "//example.org/talk",
                "ftp://example.org/a",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https:",
                "https:///talk",
                "https://exa\nmple.org/",
                "http://[::1",
                "upload:upload-1/slides.pdf"
            })
    void anythingElseIsNoAddress(String text) {
        refused(FieldFormats.address(given(text), "field"), NO_ADDRESS);
    }

    @Test
    void anAddressHasAtMost2048Characters() {
        String longest = "https://example.org/" + "x".repeat(2_028);

        assertThat(FieldFormats.address(given(longest), "field")).isEqualTo(longest);
        refused(FieldFormats.address(given(longest + "x"), "field"), "must have at most 2048 characters, but has 2049");
    }

    @Test
    void aSourceMayBeAnUpload() {
        assertThat(FieldFormats.source(given("upload:upload-1/slides.pdf"), "field"))
                .isEqualTo("upload:upload-1/slides.pdf");
        assertThat(FieldFormats.source(given("https://example.org/"), "field")).isEqualTo("https://example.org/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload:upload-1", "upload:upload-1/a/b.pdf", "upload:../x", "upload:"})
    void anUploadIsNamedInFull(String text) {
        refused(FieldFormats.source(given(text), "field"), NO_SOURCE);
    }

    @Test
    void whatIsRequiredIsNamedOnceWhetherItIsMissingOrWrong() {
        assertThat(FieldFormats.requiredSource(given(null), "field")).isEmpty();
        assertThat(FieldFormats.requiredSource(given("ftp://a"), "other")).isEmpty();

        assertThat(found())
                .containsExactly(new FieldFault("field", "is required"), new FieldFault("other", "is required"));
    }

    @Test
    void whatIsRequiredAndWrongIsToldWithWhatIsAllowed() {
        assertThat(FieldFormats.requiredSource(given("ftp://a"), "field")).isEmpty();

        assertThat(found()).containsExactly(new FieldFault("field", NO_SOURCE));
    }

    private FieldReader given(@Nullable String text) {
        ObjectNode node =
                text == null ? (ObjectNode) ApiJson.parse("{}") : (ObjectNode) ApiJson.of(Map.of("field", text));
        return new FieldReader(node, "", faults);
    }

    private void refused(@Nullable String read, String message) {
        assertThat(read).isNull();
        assertThat(found()).last().isEqualTo(new FieldFault("field", message));
    }

    private List<FieldFault> found() {
        return catchThrowableOfType(ApiException.class, faults::refuseIfAny).faults();
    }
}
