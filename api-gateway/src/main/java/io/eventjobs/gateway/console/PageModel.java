package io.eventjobs.gateway.console;

import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.security.SessionCookie;
import io.eventjobs.gateway.security.SessionTokens;
import io.eventjobs.model.event.EventType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of the console has: the token of its forms, the role of its reader, the types of events that its parts follow, and formats. */
@ControllerAdvice(basePackageClasses = PageModel.class)
class PageModel {
    private static final String EVENT_TYPES =
            Arrays.stream(EventType.values()).map(EventType::word).collect(Collectors.joining(" "));

    private final SessionTokens sessions;
    private final HumanFormat human;

    PageModel(SessionTokens sessions, Clock clock) {
        this.sessions = sessions;
        this.human = new HumanFormat(clock);
    }

    @ModelAttribute
    void shared(HttpServletRequest request, Model model) {
        model.addAttribute("human", human);
        model.addAttribute("role", role(request));
        model.addAttribute("eventTypes", EVENT_TYPES);
        model.addAttribute(
                "formToken",
                SessionCookie.SESSION.of(request).map(sessions::formToken).orElse(""));
    }

    /** The role of whoever looks at the page, which decides what it offers; null on a page that is open to all. */
    static @Nullable String role(HttpServletRequest request) {
        return request.getAttribute(Caller.class.getName()) instanceof Caller caller
                ? caller.role().word()
                : null;
    }
}
