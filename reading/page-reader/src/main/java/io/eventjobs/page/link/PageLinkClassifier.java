package io.eventjobs.page.link;

import io.eventjobs.schedule.LinkClassifier;

/** Tells what a link of a page leads to. A page names no recording as such: any video may be it. */
public final class PageLinkClassifier {
    private PageLinkClassifier() {}

    public static PageLink.Kind of(String address, String text) {
        return switch (LinkClassifier.kind(address, text)) {
            case RECORDING, VIDEO -> PageLink.Kind.VIDEO;
            case SUBTITLES -> PageLink.Kind.SUBTITLES;
            case SLIDES -> PageLink.Kind.SLIDES;
            case ATTACHMENT -> PageLink.Kind.ATTACHMENT;
            case SERVICE -> PageLink.Kind.SERVICE;
            case LINK -> PageLink.Kind.LINK;
        };
    }
}
