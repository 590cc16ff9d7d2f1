package io.eventjobs.http;

import java.util.List;
import java.util.Objects;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.cookie.Cookie;

/**
 * The cookies of one chain of redirects, for checks of consent and session that set one and redirect to the page; no other fetch sees them.
 * Bounded, since hosts choose them.
 */
final class ChainCookies extends BasicCookieStore {
    private static final long serialVersionUID = 1L;

    private static final int MAX_COOKIES = 50;
    private static final int MAX_LENGTH = 4_096;

    @Override
    public void addCookie(Cookie cookie) {
        int length = cookie.getName().length()
                + Objects.requireNonNullElse(cookie.getValue(), "").length();
        if (length <= MAX_LENGTH && getCookies().size() < MAX_COOKIES) {
            super.addCookie(cookie);
        }
    }

    /** What the host knows of this client; the same address with another state is another request. */
    List<String> state() {
        return getCookies().stream()
                .map(cookie -> cookie.getDomain() + cookie.getPath() + " " + cookie.getName() + "=" + cookie.getValue())
                .sorted()
                .toList();
    }
}
