package io.eventjobs.page.extraction;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an element's id and class names suggest about it. Each word is looked up in a map, so the cost stays linear. */
enum NameHint {
    /** Menus, bars, footers: around the content. */
    FRAME,
    /** Reader comments. */
    COMMENTS,
    /** A consent dialog. */
    CONSENT,
    /** Leads elsewhere or prompts the reader: related articles, sharing, newsletters, advertisements. */
    DIVERSION,
    /** Used for boilerplate and for content alike, so believed only of elements without running text of their own. */
    VAGUE,
    /** About the content rather than part of it: byline, time stamp, tags. */
    CREDIT,
    /** Content. */
    CONTENT,
    /** Certainly content: names used for nothing else. */
    BODY;

    private static final int BEGINNING = 3;

    private static final Set<String> BODY_NAMES = words(
            """
            articlebody articletext articlecontent articlecontents bodytext bodycopy entrycontent entrybody
            postcontent postbody posttext storybody storytext storycontent newsbody newstext newscontent
            contentbody maincontent pagecontent fieldnamebody blogcontent singlecontent contentarticle
            textcontent articlemain articlepage bodycontent contenttext markdownbody eventabstract
            eventdescription talkdescription talkabstract sessiondescription sessionabstract
            """);

    private static final Set<String> CONTENT_WORDS = words(
            """
            article body content entry main post story text abstract description prose copy paragraph session
            talk blog hentry page column richtext wysiwyg
            """);

    private static final Set<String> FRAME_WORDS = words(
            """
            nav navi menu menus topbar bottombar aside rail crumbs offcanvas hamburger colophon legal
            copyright pager paging search footer header kopf fuss fusszeile kopfzeile menue brotkrume
            brotkrumen pfad sprungmarken sprungmarke metanavi seitenleiste randspalte marginalspalte marginalie
            pied entete ariane pie cabecera migas rodape cabecalho zijbalk stopka naglowek editsection jumpbox
            sitemap impressum
            """);
    private static final Set<String> FRAME_STEMS = words(
            """
            navbar navigation skipnav skipcontent skipmain hauptmenu hauptnav servicenav breadcrumb footer sidebar masthead toolbar paginat searchform siteheader
            pageheader megamenu navmenu rightrail skiplink skipto toolbox
            """);

    private static final Set<String> COMMENT_WORDS = words(
            """
            respond replies reply discussion reviews bewertungen avis reacties leserbriefe guestbook pinglun
            """);
    private static final Set<String> COMMENT_STEMS = words(
            """
            comment disqus livefyre kommentar comentar commenti customerreview userreview
            """);

    private static final Set<String> CONSENT_WORDS = words(
            """
            cookie cookies gdpr consent cmp onetrust cookiebot usercentrics didomi sourcepoint borlabs klaro
            trustarc quantcast cookiebar cookiebanner cookielaw cookienotice cookieconsent cookiewall
            """);

    private static final Set<String> DIVERSION_WORDS = words(
            """
            ad ads advert adbox adslot adunit adwrap share sharing shares social socials follow teaser
            teasers promo promos popup popover modal overlay banner login signup register registration
            next prev previous rating ratings vote votes print tooltip lightbox donate
            donation upsell cta recirc outbrain taboola zergnet revcontent ticker poll quiz marketing campaign paywall interstitial dialog toast notification stocks
            shoutbox buttons button announcement disclosure werbung anzeige teilen drucken vorlesen merkzettel
            weiterempfehlen empfehlung empfehlungen verwandt verwandte publicite partage partager publicidad
            compartir condividi correlati gerelateerd delen reklama udostepnij fenxiang guanggao wetter
            """);
    private static final Set<String> DIVERSION_STEMS = words(
            """
            advert sponsor related recommend newsletter subscri mostread mostpopular popular trending
            readnext readalso alsoread morestories morenews morefrom sharebar sharetool sharebutton sharedaddy
            addthis addtoany a2a sharethis social cookie adsby adsense doubleclick dfp googlead jprelated
            promotion teaser latest moreon seealso signup upnext nextarticle whatsnext youmay bookmark
            recirculation emailsign mailchimp partner affiliate crosslink crosspromo inread relacionad whoisonline
            seitenfunktion pagefunction pagetools backtotop back2top totop scrolltop crosssell
            """);

    private static final Set<String> VAGUE_WORDS = words(
            """
            widget widgets toc more carousel slider slides drawer shop shopping weather jobs adv alert callout
            """);
    private static final Set<String> VAGUE_STEMS =
            words("""
            dropdown leftcol rightcol readmore callout
            """);

    private static final Set<String> CREDIT_WORDS = words(
            """
            byline author authors dateline timestamp date time published updated meta metadata tags tag taglist
            category categories keywords topics kicker eyebrow credit credits bio avatar writer contributor
            readtime readingtime disclaimer correction corrections license source sources flags vcard views
            counter signature profile userinfo reputation likes posted bianji bildnachweis copyright
            """);
    private static final Set<String> CREDIT_STEMS = words(
            """
            byline authorbio authorinfo authorbox aboutauthor abouttheauthor postmeta entrymeta articlemeta
            timestamp userinfo usercard usersignature postprofile posterinfo postinfo publish pubdate postdate entrydate datetime lastupdate photocredit imagecredit
            """);

    private static final Map<String, Set<NameHint>> WORDS = byWord(Map.of(
            FRAME, FRAME_WORDS,
            COMMENTS, COMMENT_WORDS,
            CONSENT, CONSENT_WORDS,
            DIVERSION, DIVERSION_WORDS,
            VAGUE, VAGUE_WORDS,
            CREDIT, CREDIT_WORDS,
            CONTENT, CONTENT_WORDS));
    private static final Map<String, Set<NameHint>> STEMS = byWord(Map.of(
            FRAME, FRAME_STEMS,
            COMMENTS, COMMENT_STEMS,
            DIVERSION, DIVERSION_STEMS,
            VAGUE, VAGUE_STEMS,
            CREDIT, CREDIT_STEMS));

    /** The stems by their first letters, so that most names need no comparison. */
    private static final Map<String, List<String>> STEMS_BY_BEGINNING =
            STEMS.keySet().stream().collect(Collectors.groupingBy(stem -> stem.substring(0, BEGINNING)));

    /** What a single word of a name says, lower case; empty for most. */
    static Set<NameHint> ofWord(String word) {
        Set<NameHint> exact = WORDS.getOrDefault(word, Set.of());
        Set<NameHint> compound = ofCompound(word);
        if (exact.isEmpty() || compound.isEmpty()) {
            return exact.isEmpty() ? compound : exact;
        }
        Set<NameHint> both = EnumSet.copyOf(exact);
        both.addAll(compound);
        return both;
    }

    /** What two adjacent words say that are written as one. */
    static Set<NameHint> ofCompound(String word) {
        if (BODY_NAMES.contains(word)) {
            return Set.of(BODY);
        }
        if (word.length() >= BEGINNING) {
            for (String stem : STEMS_BY_BEGINNING.getOrDefault(word.substring(0, BEGINNING), List.of())) {
                if (word.startsWith(stem)) {
                    return STEMS.getOrDefault(stem, Set.of());
                }
            }
        }
        return Set.of();
    }

    /** Whether a whole name, without its separators, is used for content only. */
    static boolean isBody(String name) {
        return BODY_NAMES.contains(name);
    }

    private static Map<String, Set<NameHint>> byWord(Map<NameHint, Set<String>> words) {
        Map<String, Set<NameHint>> hints = new HashMap<>();
        words.forEach(
                (hint, all) -> all.forEach(word -> hints.computeIfAbsent(word, fresh -> EnumSet.noneOf(NameHint.class))
                        .add(hint)));
        return hints;
    }

    private static Set<String> words(String table) {
        return Set.of(table.strip().split("\\s+"));
    }
}
