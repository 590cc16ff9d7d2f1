package io.eventjobs.gateway.console;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.eventjobs.gateway.error.ErrorAnswers;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.security.ApiKeys;
import io.eventjobs.gateway.security.SessionTokens;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The pages of controllers as a browser gets them: behind the gateway's filters, written by its templates, without a server. */
public final class ConsolePages {
    private final SessionTokens sessions = ApiKeys.sessions(ApiKeys.KEY);
    private final String session = sessions.signIn(ApiKeys.KEY).orElseThrow();
    private final MockMvc mvc;

    private ConsolePages(Object... controllers) {
        mvc = MockMvcBuilders.standaloneSetup(controllers)
                .setControllerAdvice(
                        ErrorAnswers.advice(), new PageModel(sessions, Clock.fixed(Jobs.NOW, ZoneOffset.UTC)))
                .setHandlerExceptionResolvers(new ErrorPages())
                .addInterceptors(ApiKeys.roles())
                .setCustomArgumentResolvers(ApiKeys.callers())
                .setLocaleResolver(new FixedLocaleResolver(Locale.ENGLISH))
                .setViewResolvers(views())
                .addFilters(new PageHeaders(), ApiKeys.filter(ErrorAnswers.writer()))
                .build();
    }

    public static ConsolePages of(Object... controllers) {
        return new ConsolePages(controllers);
    }

    /** A page for somebody who has signed in. */
    public Page open(String path) {
        return perform(signedIn(get(URI.create(path)).accept("text/html")));
    }

    /** Sends a form of such a page. */
    public Page send(String path, String... fields) {
        return perform(withFields(signedIn(post(URI.create(path)).accept("text/html")), fields)
                .param("form_token", sessions.formToken(session)));
    }

    /** Sends a form that another site made: the browser adds the cookie, but nobody knows the token. */
    public Page sendForged(String path, String... fields) {
        return perform(withFields(signedIn(post(URI.create(path)).accept("text/html")), fields));
    }

    public Page perform(AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            return new Page(mvc.perform(request).andReturn().getResponse());
        } catch (Exception e) {
            throw new AssertionError("The request was not answered at all", e);
        }
    }

    private <T extends AbstractMockHttpServletRequestBuilder<T>> T signedIn(T request) {
        return request.cookie(new Cookie("event-jobs-session", session));
    }

    private static <T extends AbstractMockHttpServletRequestBuilder<T>> T withFields(T request, String... fields) {
        request.contentType("application/x-www-form-urlencoded");
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    private static ThymeleafViewResolver views() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("io/eventjobs/gateway/console/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setEnableSpringELCompiler(false);
        engine.setTemplateResolver(templates);
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }

    /** What came back. */
    public record Page(MockHttpServletResponse response) {
        public int status() {
            return response.getStatus();
        }

        public String header(String name) {
            return String.valueOf(response.getHeader(name));
        }

        public String html() {
            return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        }

        public Document document() {
            return Jsoup.parse(html());
        }

        /** The text of the first element that this selector finds; empty if there is none. */
        public String text(String selector) {
            return document().select(selector).text();
        }
    }
}
