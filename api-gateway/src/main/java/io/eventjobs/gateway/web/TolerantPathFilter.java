package io.eventjobs.gateway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Normalizes request paths: trailing and repeated slashes are ignored. */
@Component
@Order(10)
class TolerantPathFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        String tolerant = path.replaceAll("/{2,}", "/");
        if (tolerant.length() > 1 && tolerant.endsWith("/")) {
            tolerant = tolerant.substring(0, tolerant.length() - 1);
        }
        chain.doFilter(tolerant.equals(path) ? request : new Renamed(request, tolerant), response);
    }

    private static final class Renamed extends HttpServletRequestWrapper {
        private final String path;

        Renamed(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public StringBuffer getRequestURL() {
            String whole = super.getRequestURL().toString();
            return new StringBuffer(whole.replace(super.getRequestURI(), path));
        }

        @Override
        public String getServletPath() {
            String servletPath = super.getServletPath().replaceAll("/{2,}", "/");
            return servletPath.length() > 1 && servletPath.endsWith("/")
                    ? servletPath.substring(0, servletPath.length() - 1)
                    : servletPath;
        }
    }
}
