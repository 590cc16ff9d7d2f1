package io.eventjobs.model.job;

/** Bounds on texts that come from outside and are stored or sent on. */
final class Texts {
    private Texts() {}

    static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int cut = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, cut) + "…";
    }
}
