package io.eventjobs.worker.session.page.content;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What pages say when they lead elsewhere or want something, in the languages that conferences and their press write in. */
final class Phrases {
    private static final List<String> LEADS = List.of(
            "read more", "read also", "read next", "read:", "also read", "see also:", "see more", "related:", "related stor", "related art",
            "related con", "related post", "related top", "related link", "related vid", "related news", "related read",
            "recommended", "more:", "more from", "more on ", "more stories", "more news", "more great", "more about", "more coverage",
            "more info", "don't miss", "don’t miss", "dont miss", "must read", "you may also", "you might also", "you might like", "up next", "next up:",
            "what to read next", "keep reading", "further reading:", "trending", "most read", "most popular", "popular posts", "top stories",
            "latest news", "latest stories", "elsewhere on", "from around the web", "click here", "watch:", "watch more", "video:", "listen:", "photos:",
            "gallery:", "in pictures", "get short url", "lesen sie auch", "lesen sie hier", "lesen sie mehr", "mehr zum thema", "mehr lesen", "weiterlesen", "auch interessant",
            "das könnte", "lire aussi", "à lire aussi", "a lire aussi", "à lire", "lea también", "lee también", "leer más", "te puede interesar",
            "ver también", "leggi anche", "leggi tutto", "potrebbe interessarti", "leia mais", "leia também", "veja também", "saiba mais", "lees ook", "lees meer",
            "läs också", "läs mer", "les også", "læs også", "czytaj też", "czytaj także", "czytaj więcej", "zobacz też", "čtěte také", "читайте также", "читать далее", "читайте ещё");
    private static final List<String> WISHES = List.of(
            "subscribe", "sign up", "follow us", "follow @", "follow ", "like us", "join us on", "share this", "share on", "share:", "share your thoughts", "like this story", "tweet", "email this",
            "print this", "comment", "leave a comment", "leave a reply", "post a comment", "join the conversation", "tell us what you think", "advertisement", "advert",
            "story continues", "article continues", "continue reading", "this website uses cookies", "this site uses cookies", "we use cookies",
            "download our app", "get the latest", "get our", "stay up to date", "want more", "need more", "support our", "donate", "write to ", "write to the author", "contact the author",
            "reach the reporter", "have a tip", "got a tip", "send tips", "enjoyed this", "filed under", "posted in", "tagged", "tags", "topics:", "categories:", "category:",
            "copyright ©", "©", "all rights reserved", "this slideshow requires", "enable javascript", "please enable javascript", "skip to", "back to top", "text size", "newsletter",
            "anzeige", "werbung", "newsletter abonnieren", "teilen", "diesen artikel", "schlagwörter", "partager", "s'abonner", "publicité", "compartir", "publicidad", "suscríbete", "etiquetas",
            "condividi", "pubblicità", "iscriviti", "compartilhe", "publicidade", "delen", "advertentie", "reklama", "udostępnij", "реклама", "подписывайтесь");
    private static final Set<String> NAMES_ALONE =
            Set.of("close", "caption", "loading", "loading...", "share", "menu", "search", "advertisement", "ad", "print", "email", "facebook", "twitter", "x", "comments", "comment",
                    "related", "next", "previous", "prev", "back", "home", "voltar", "zurück", "retour", "video", "photo", "photos", "image", "images", "getty images", "save", "copy link", "more", "login", "log in", "sign in", "register");

    private Phrases() {}

    /** Whether a line leads to other pages: "Read more: …". */
    static boolean leadsElsewhere(String line) {
        return startsWithOne(LEADS, plain(line));
    }

    /** Whether a line wants something of its reader, or says what stands beside the text: share, subscribe, advertisement. */
    static boolean wantsSomething(String line) {
        String plain = plain(line);
        return startsWithOne(WISHES, plain) || NAMES_ALONE.contains(plain);
    }

    private static boolean startsWithOne(List<String> phrases, String line) {
        for (String phrase : phrases) {
            if (line.startsWith(phrase)) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String line) {
        int start = 0;
        while (start < line.length() && !Character.isLetterOrDigit(line.charAt(start)) && line.charAt(start) != '©') {
            start++;
        }
        return line.substring(start).toLowerCase(Locale.ROOT);
    }
}
