package io.eventjobs.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/** The answer to a form: the browser goes on to a page, so that a reload does not send the form again. */
public final class SeeOther {
    private SeeOther() {}

    /**
     * Answers the request.
     *
     * @param address on this gateway, never one that somebody sent
     * @return the view to be returned by a controller
     */
    public static String to(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, address);
        return "see-other";
    }
}
