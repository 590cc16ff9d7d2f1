package io.eventjobs.gateway.console;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.security.PageRequests;
import io.eventjobs.gateway.security.SessionCookie;
import io.eventjobs.gateway.security.SessionTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signs people in with the API key, and out. */
@Controller
class SignInController {
    private static final Duration TIME_TO_SIGN_IN = Duration.ofHours(1);

    private final SessionTokens sessions;

    SignInController(SessionTokens sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/login")
    String form(
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return form(next, null, model, request, response);
    }

    @PostMapping("/login")
    String signIn(
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(name = "form_token", required = false) @Nullable String formToken,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<String> nonce = SessionCookie.SIGN_IN.of(request);
        if (nonce.isEmpty() || !sessions.isFormToken(nonce.get(), formToken)) {
            response.setStatus(ErrorCode.FORM_EXPIRED.status());
            return form(next, "This form has expired. Please try again.", model, request, response);
        }
        Optional<String> session =
                sessions.signIn(Objects.requireNonNullElse(key, "").strip());
        if (session.isEmpty()) {
            response.setStatus(ErrorCode.UNAUTHORIZED.status());
            return form(next, "This is not an API key of this gateway.", model, request, response);
        }
        SessionCookie.SIGN_IN.clear(request, response);
        SessionCookie.SESSION.set(session.get(), SessionTokens.LIFETIME, request, response);
        return SeeOther.to(response, PageRequests.local(next));
    }

    @PostMapping("/logout")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        if (SessionCookie.SESSION.of(request).isEmpty()) {
            throw new ApiException(ErrorCode.FORM_EXPIRED, ErrorCode.FORM_EXPIRED.meaning());
        }
        SessionCookie.SESSION.clear(request, response);
        return SeeOther.to(response, "/login");
    }

    private String form(
            @Nullable String next,
            @Nullable String error,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        String nonce = sessions.nonce();
        SessionCookie.SIGN_IN.set(nonce, TIME_TO_SIGN_IN, request, response);
        model.addAttribute("formToken", sessions.formToken(nonce));
        model.addAttribute("next", PageRequests.local(next));
        model.addAttribute("error", error);
        return "login";
    }
}
