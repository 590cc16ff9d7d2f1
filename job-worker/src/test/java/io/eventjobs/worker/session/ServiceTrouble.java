package io.eventjobs.worker.session;

import io.eventjobs.worker.chat.fixture.Reply;
import java.util.Map;

/** What a service sends in place of a good response. */
enum ServiceTrouble {
    SILENCE(Reply.silence()),
    FAILURE(Reply.status(500, "broken")),
    GATEWAY_PAGE(Reply.raw(502, Map.of(), "<html>Bad Gateway</html>")),
    HURRY(Reply.wait(1)),
    LONG_HURRY(Reply.wait(86_400)),
    REFUSED_KEY(Reply.status(403, "no")),
    NOTHING(Reply.raw(200, Map.of(), "")),
    NO_JSON(Reply.raw(200, Map.of(), "<html>Welcome</html>")),
    OTHER_JSON(Reply.raw(200, Map.of(), "{\"choices\": 5, \"translatedText\": {\"a\": 1}}")),
    PROSE(Reply.text("I am sorry, but I cannot help with that.")),
    OTHER_SCHEMA(
            Reply.text("{\"segments\": {\"1\": \"x\"}, \"summary\": [5], \"tags\": \"a, b\", \"highlights\": {}}")),
    CUT(Reply.cut("{\"segments\": [{\"n\": 1, \"text\": \"Ve")),
    WITHHELD(Reply.raw(
            200,
            Map.of(),
            "{\"choices\": [{\"finish_reason\": \"content_filter\", \"message\": {\"content\": null}}]}")),
    FLOOD(Reply.raw(200, Map.of(), "x".repeat(5 << 20)));

    final Reply reply;

    ServiceTrouble(Reply reply) {
        this.reply = reply;
    }
}
