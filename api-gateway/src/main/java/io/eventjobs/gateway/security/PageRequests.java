package io.eventjobs.gateway.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Requests of a browser for a page, as opposed to calls of the API: they are answered with pages, errors included. */
public final class PageRequests {
    private static final String SIGN_IN = "/login";

    private PageRequests() {}

    /** Whether a person will look at the answer. Calls below {@code /api} and {@code /actuator} never are, whatever they accept. */
    public static boolean isPage(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean isForPrograms = path.equals("/api") || path.startsWith("/api/") || path.startsWith("/actuator");
        return !isForPrograms && (isFragment(request) || accepts(request).contains("text/html"));
    }

    /** Whether htmx asks for a part of a page. */
    public static boolean isFragment(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** The address on this gateway that a person asked for before the sign-in; the first page for anything else. */
    public static String local(@Nullable String address) {
        boolean isLocal = address != null
                && address.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*")
                && !address.startsWith(SIGN_IN);
        return isLocal ? Objects.requireNonNull(address) : "/";
    }

    /** The form token that a request carries: a header of htmx and of scripts, a field of a form. */
    static @Nullable String formToken(HttpServletRequest request) {
        String header = request.getHeader("X-Form-Token");
        boolean isForm = Objects.requireNonNullElse(request.getContentType(), "")
                .startsWith("application/x-www-form-urlencoded");
        return header == null && isForm ? request.getParameter("form_token") : header;
    }

    static void sendToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isFragment(request)) {
            response.setStatus(401);
            response.setHeader("HX-Redirect", SIGN_IN);
            return;
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        boolean canComeBack =
                request.getMethod().equals("GET") && !request.getRequestURI().equals("/");
        String next = canComeBack ? request.getRequestURI() + query : null;
        response.setStatus(303);
        response.setHeader(
                HttpHeaders.LOCATION,
                next == null ? SIGN_IN : SIGN_IN + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    private static String accepts(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
    }
}
