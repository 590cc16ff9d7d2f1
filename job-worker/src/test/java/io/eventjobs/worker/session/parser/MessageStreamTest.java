package io.eventjobs.worker.session.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventjobs.document.InstalledPrograms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageStreamTest {
    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of(
                        new ParserMessage.Setup(
                                new InstalledPrograms.Versions("22.12.0", "soffice", "7.4", Duration.ofMinutes(2))),
                        "{'type':'setup','programs':{'poppler':'22.12.0','office':'soffice','office_version':'7.4','office_timeout':'PT2M'}}"),
                Arguments.of(new ParserMessage.Ready(), "{'type':'ready'}"),
                Arguments.of(
                        new ParserMessage.Read("/files/deck", "/files/images", 1, 8, 493),
                        "{'type':'read','file':'/files/deck','folder':'/files/images','document_number':1,'first_page_number':8,'max_pages':493}"),
                Arguments.of(new ParserMessage.Progress(2, 60), "{'type':'progress','pages':2,'of':60}"),
                Arguments.of(
                        new ParserMessage.Content(
                                new ParsedContent(
                                        false,
                                        Map.of("title", "On tests"),
                                        "",
                                        List.of(
                                                new ParsedContent.Page(8, ".jpg", true, "# Words", "Breathe."),
                                                new ParsedContent.Page(9, null, false, "more", "")),
                                        List.of(".png"),
                                        List.of("One hidden slide is left out."),
                                        true),
                                true),
                        "{'type':'content','content':{'is_text':false,'properties':{'title':'On tests'},'text':'','pages':[{'number':8,'image':'.jpg','has_small':true,'text':'# Words','notes':'Breathe.'},{'number':9,'has_small':false,'text':'more','notes':''}],'pictures':['.png'],'warnings':['One hidden slide is left out.'],'is_complete':true},'is_reusable':true}"),
                Arguments.of(
                        new ParserMessage.Unopened("no space left"), "{'type':'unopened','reason':'no space left'}"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void writesTheLengthAndThenJson(ParserMessage message, String json) throws Exception {
        byte[] written = written(message);

        assertThat(new String(written, 4, written.length - 4, StandardCharsets.UTF_8))
                .isEqualTo(json.replace('\'', '"'));
        assertThat(written).startsWith(0, 0, (written.length - 4) >> 8, (written.length - 4) & 0xff);
        assertThat(reading(written).read()).contains(message);
    }

    @Test
    void readsOneMessageAfterTheOtherUpToTheEnd() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(written(new ParserMessage.Ready()));
        bytes.write(written(new ParserMessage.Progress(1, 2)));
        MessageStream stream = reading(bytes.toByteArray());

        assertThat(stream.read()).contains(new ParserMessage.Ready());
        assertThat(stream.read()).contains(new ParserMessage.Progress(1, 2));
        assertThat(stream.read()).isEmpty();
    }

    @Test
    void aMessageThatBreaksOffIsTheEnd() throws Exception {
        byte[] whole = written(new ParserMessage.Progress(1, 2));

        assertThat(reading(java.util.Arrays.copyOf(whole, 2)).read()).isEmpty();
        assertThat(reading(java.util.Arrays.copyOf(whole, whole.length - 1)).read())
                .isEmpty();
    }

    @Test
    void refusesALengthWithoutReservingMemoryForIt() throws IOException {
        assertThatThrownBy(
                        () -> reading(framed(MessageStream.MAX_BYTES + 1, "")).read())
                .isInstanceOf(ParserEndedException.class);
        assertThatThrownBy(() -> reading(framed(-1, "")).read()).isInstanceOf(ParserEndedException.class);
    }

    @Test
    void refusesWhatIsNoMessage() throws IOException {
        for (String json : List.of(
                "<html>",
                "{}",
                "{\"type\":\"java.lang.Runtime\"}",
                "{\"type\":\"progress\",\"pages\":\"many\"}",
                "{\"type\":\"content\",\"content\":{\"text\":null},\"is_reusable\":true}",
                "[".repeat(100_000))) {
            assertThatThrownBy(() -> reading(framed(json.length(), json)).read())
                    .as(json.substring(0, 2))
                    .isInstanceOf(ParserEndedException.class);
        }
    }

    @Test
    void doesNotWriteAMessageThatTheOtherSideWouldRefuse() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        boolean isWritten = new MessageStream(InputStream.nullInputStream(), bytes)
                .write(new ParserMessage.Unopened("x".repeat(MessageStream.MAX_BYTES)));

        assertThat(isWritten).isFalse();
        assertThat(bytes.size()).isZero();
    }

    private static byte[] written(ParserMessage message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new MessageStream(InputStream.nullInputStream(), bytes).write(message);
        return bytes.toByteArray();
    }

    private static byte[] framed(int length, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DataOutputStream(bytes).writeInt(length);
        bytes.write(content.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static MessageStream reading(byte[] bytes) {
        return new MessageStream(new ByteArrayInputStream(bytes), java.io.OutputStream.nullOutputStream());
    }
}
