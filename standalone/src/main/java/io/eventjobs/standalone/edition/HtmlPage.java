package io.eventjobs.standalone.edition;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/** The frame of a page: head, links to its parts, and the main part to be filled. Made with a DOM, so that all texts are escaped. */
final class HtmlPage {
    /** Nothing but what lies beside the page; 'self' is nothing for pages from disk in some browsers. */
    private static final String POLICY =
            "default-src 'none'; img-src 'self' file:; style-src 'self' file:; script-src 'self' file:; base-uri 'none'; form-action 'none'";

    private final Document document = Document.createShell("");
    private final Element main;

    /** @param root address of the edition's folder, with its slash; empty for pages in it */
    HtmlPage(Edition edition, String title, String root) {
        document.outputSettings().prettyPrint(false);
        document.prependChild(new DocumentType("html", "", ""));
        document.getElementsByTag("html").attr("lang", edition.language());
        Element head = document.head();
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta").attr("http-equiv", "Content-Security-Policy").attr("content", POLICY);
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
        head.appendElement("title").text(title.equals(edition.title()) ? title : title + " – " + edition.title());
        head.appendElement("link").attr("rel", "stylesheet").attr("href", root + "edition.css");
        Element body = document.body();
        body.appendElement("a").addClass("skip").attr("href", "#main").text("Skip to content");
        Element navigation = body.appendElement("header").appendElement("nav").attr("aria-label", "Edition");
        navigation.appendElement("a").attr("href", root + "index.html").text(edition.title());
        navigation.appendElement("a").attr("href", root + "index.html#search").text("Search");
        navigation.appendElement("a").attr("href", root + "index.html").text("By track");
        navigation.appendElement("a").attr("href", root + "by-time.html").text("By time");
        main = body.appendElement("main").attr("id", "main");
    }

    Element main() {
        return main;
    }

    /** A script beside the page, run when all of it is there. */
    void addScript(String address) {
        document.body().appendElement("script").attr("src", address);
    }

    String text() {
        return document.outerHtml() + "\n";
    }
}
