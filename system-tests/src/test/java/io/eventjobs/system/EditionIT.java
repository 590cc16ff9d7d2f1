package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.standalone.cli.EventJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The HTML edition of an event, opened from a disk. */
@ExtendWith(SystemUnderTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditionIT {
    private final Gateway gateway;
    private final TestSite site;
    private final ConsoleBrowser browser;

    EditionIT(Gateway gateway, TestSite site) {
        this.gateway = gateway;
        this.site = site;
        this.browser = ConsoleBrowser.of(gateway);
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    @Test
    void theEditionOfAnEventCanBeReadByEverybodyFromADisk() throws IOException {
        gateway.awaitFinished(gateway.submit("Edition talk", site.address("/edition")));
        Path edition = Path.of("target/console/edition").toAbsolutePath();
        assertThat(EventJobs.commandLine()
                        .execute(
                                "export",
                                "Test Conference",
                                "--html",
                                edition.toString(),
                                "--url",
                                gateway.url().toString(),
                                "--api-key",
                                Gateway.KEY))
                .isZero();
        List<Path> pages;
        try (Stream<Path> files = Files.walk(edition)) {
            pages = files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .limit(4)
                    .toList();
        }

        assertThat(pages).hasSizeGreaterThan(1);
        for (Path page : pages) {
            for (int width : List.of(ConsoleBrowser.DESKTOP, ConsoleBrowser.PHONE)) {
                browser.resize(width);
                browser.open(page.toUri().toString());

                browser.requireReadable(page.toString(), width);
            }
        }
    }
}
