package io.eventjobs.page.link;

import io.eventjobs.schedule.LinkClassifier;

/** Classifies the links of a page. Any video counts as a recording, since pages do not mark recordings as such. */
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
