package io.eventjobs.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TerminalTextTest {
    private final JsonMapper mapper = JsonMapper.builder().build();

    @Test
    void aValueOfAServerStaysOnItsLineWithoutStyle() {
        assertThat(TerminalText.line("Talk\u001b[31m\r\nqueued  all\t\u202egnp\u009b2J"))
                .isEqualTo("Talk\ufffd[31m queued  all \ufffdgnp\ufffd2J");
    }

    @Test
    void jsonSaysTheSameWithoutControllingTheTerminal() {
        String json =
                mapper.createObjectNode().put("name", "a\u009bb\u202ec\u007f").toString();

        String safe = TerminalText.json(json);

        assertThat(safe).isEqualTo("{\"name\":\"a\\u009bb\\u202ec\\u007f\"}");
        assertThat(mapper.readTree(safe)).isEqualTo(mapper.readTree(json));
    }
}
