package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A headless Chromium in which a person uses the console. Pages can be checked with axe-core, and pictures of them are kept in {@code
 * target/console}.
 */
final class ConsoleBrowser implements AutoCloseable {
    static final int DESKTOP = 1280;
    static final int PHONE = 390;

    private static final int HEIGHT = 800;
    private static final Path PICTURES = Path.of("target/console");

    private final Chromium chromium;
    private final URI console;

    private ConsoleBrowser(Chromium chromium, URI console) {
        this.chromium = chromium;
        this.console = console;
    }

    /** Skips the test where there is no Chromium. */
    static ConsoleBrowser of(Gateway gateway) {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "no Chromium on the path: the console is not looked at");
        return new ConsoleBrowser(Chromium.start(program.get()), gateway.url());
    }

    void signIn() {
        resize(DESKTOP);
        open("/login");
        evaluate("document.getElementById('key').value = '" + Gateway.KEY + "'");
        evaluate("document.querySelector('form button').click()");
        awaitThat("location.pathname === '/' && document.readyState === 'complete'");
    }

    /** @param address of a page, absolute or in the console */
    void open(String address) {
        chromium.open(console.resolve(address));
    }

    JsonNode evaluate(String script) {
        return chromium.evaluate(script);
    }

    void awaitThat(String script) {
        chromium.awaitThat(script);
    }

    void click(String selector) {
        evaluate("document.querySelector(\"" + selector.replace("\"", "\\\"") + "\").click()");
    }

    void resize(int width) {
        chromium.resize(width, HEIGHT);
    }

    void dark(boolean dark) {
        chromium.dark(dark);
    }

    /** From now on, requests to these addresses fail. */
    void refuse(String... addresses) {
        chromium.refuse(addresses);
    }

    /** What the console of the browser has complained of since it was asked last. */
    List<String> complaints() {
        return chromium.complaints();
    }

    void picture(String name) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name), chromium.screenshot());
    }

    /** The page is not wider than this, and axe-core finds nothing serious in it. */
    void requireReadable(String page, int width) throws IOException {
        assertThat(evaluate("document.documentElement.scrollWidth").asInt())
                .as("width of " + page)
                .isLessThanOrEqualTo(width);
        assertThat(seriousViolations()).as(page + " at " + width).isEmpty();
    }

    List<String> seriousViolations() throws IOException {
        evaluate(AxeCore.script() + "; 0");
        JsonNode found = evaluate("axe.run(document).then(r => ({ passed: r.passes.length, violations: r.violations"
                + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                + ".map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', ')) }))");
        assertThat(found.path("passed").asInt()).as("rules that were checked").isPositive();
        return found.path("violations").valueStream().map(JsonNode::asString).toList();
    }

    @Override
    public void close() {
        chromium.close();
    }
}
