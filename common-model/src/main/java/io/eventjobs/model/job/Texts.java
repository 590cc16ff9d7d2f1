package io.eventjobs.model.job;

/** Bounds on texts that come from outside and are stored or sent on. */
final class Texts {
    private Texts() {}

    static String shortened(String text, int maxLength) {
        if (text.length() <= maxLength) {
            return text;
        }
        int cut = Character.isHighSurrogate(text.charAt(maxLength - 2)) ? maxLength - 2 : maxLength - 1;
        return text.substring(0, cut) + "…";
    }
}
