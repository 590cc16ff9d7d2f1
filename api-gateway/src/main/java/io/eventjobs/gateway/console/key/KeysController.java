package io.eventjobs.gateway.console.key;

import io.eventjobs.gateway.audit.Audited;
import io.eventjobs.gateway.console.PageInput;
import io.eventjobs.gateway.console.PageLink;
import io.eventjobs.gateway.console.SeeOther;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.key.KeyRecord;
import io.eventjobs.gateway.key.Role;
import io.eventjobs.gateway.keyaction.IssuedKey;
import io.eventjobs.gateway.keyaction.KeyActions;
import io.eventjobs.gateway.keyaction.KeyRequests;
import io.eventjobs.gateway.mongo.KeyRecords;
import io.eventjobs.gateway.mongo.Position;
import io.eventjobs.gateway.query.Page;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.Cursor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API keys. A new one is in the answer to the form that asked for it, not on a page to go on to: no address ever shows it again.
 */
@Controller
class KeysController {
    private static final int PAGE = 50;
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final KeyActions actions;
    private final KeyRecords records;
    private final KeyRequests requests;
    private final Clock clock;

    KeysController(KeyActions actions, KeyRecords records, KeyRequests requests, Clock clock) {
        this.actions = actions;
        this.records = records;
        this.requests = requests;
        this.clock = clock;
    }

    @GetMapping("/keys")
    String page(Caller caller, HttpServletRequest request, Model model) {
        return list(new PageInput(request), null, model);
    }

    @Audited("createKey")
    @PostMapping("/keys")
    String create(Caller caller, HttpServletRequest request, HttpServletResponse response, Model model) {
        PageInput input = new PageInput(request);
        try {
            KeyRequests.Creation wanted = requests.creation(body(input));
            return list(input, actions.create(wanted.grant(), wanted.expiresAt(), Optional.empty()), model);
        } catch (ApiException e) {
            response.setStatus(e.code().status());
            model.addAttribute("fault", e.getMessage());
            return list(input, null, model);
        }
    }

    @Audited("rotateKey")
    @PostMapping("/keys/{id}/rotate")
    String rotate(Caller caller, @PathVariable String id, HttpServletRequest request, Model model) {
        return list(new PageInput(request), actions.rotate(id, OVERLAP, Optional.empty()), model);
    }

    @Audited("revokeKey")
    @PostMapping("/keys/{id}/revoke")
    String revoke(Caller caller, @PathVariable String id, HttpServletResponse response) {
        actions.revoke(id);
        return SeeOther.to(response, "/keys");
    }

    private static ObjectNode body(PageInput input) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (String field : new String[] {"tenant", "role", "name"}) {
            body.put(field, input.text(field));
        }
        String day = input.text("expires_on");
        body.put("expires_at", day == null ? null : day + "T00:00:00Z");
        return body;
    }

    private String list(PageInput input, @Nullable IssuedKey issued, Model model) {
        Cursor cursor = input.cursor();
        Position before = cursor == null ? null : new Position(Instant.ofEpochMilli(cursor.number()), cursor.id());
        Page<KeyRecord> page = Page.of(
                records.newest(null, before, PAGE + 1),
                PAGE,
                key -> new Cursor(key.life().createdAt().toEpochMilli(), key.id()));
        Instant now = clock.instant();
        model.addAttribute(
                "keys", page.items().stream().map(key -> KeyRow.of(key, now)).toList());
        model.addAttribute(
                "next", page.next() == null ? null : PageLink.to("/keys").with("cursor", page.nextText()));
        model.addAttribute("roles", Arrays.stream(Role.values()).map(Role::word).toList());
        model.addAttribute("issued", issued == null ? null : issued.text());
        return "keys";
    }
}
