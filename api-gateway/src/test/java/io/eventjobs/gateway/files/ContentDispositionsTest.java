package io.eventjobs.gateway.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.ContentDisposition;

class ContentDispositionsTest {
    @Test
    void aDownloadSaysItsNameForOldAndNewClients() {
        assertThat(ContentDispositions.attachment("Grüße an alle.md"))
                .startsWith("attachment; ")
                .contains("filename*=UTF-8''Gr%C3%BC%C3%9Fe%20an%20alle.md")
                .matches("\\p{ASCII}+");
    }

    @Test
    void aNameIsReadBackAsItIs() {
        for (String name : new String[] {"a.md", "Grüße.md", "a \"b\" \\ c;d.md", "日本語.md"}) {
            assertThat(ContentDisposition.parse(ContentDispositions.attachment(name))
                            .getFilename())
                    .isEqualTo(name);
        }
    }

    @Test
    void aNameBringsNoHeaderOfItsOwn() {
        assertThat(ContentDispositions.attachment("a\r\nSet-Cookie: b.md")).doesNotContain("\r", "\n");
    }
}
