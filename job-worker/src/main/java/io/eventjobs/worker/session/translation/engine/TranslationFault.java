package io.eventjobs.worker.session.translation.engine;

/** What is wrong with a translation. */
enum TranslationFault {
    MISSING("there was no translation"),
    MARKS("the marks in ⟦⟧ are not those of the text"),
    NUMBERS("its numbers are not those of the text"),
    ADDRESSES("it has an address that the text does not have"),
    LENGTH("it is far too short or too long"),
    UNTRANSLATED("it is not translated"),
    NAMES("a name or term that must stay unchanged was changed"),
    REPEATED("it is the translation of another text"),
    GLOSSARY("it does not use the terms of the glossary");

    private final String words;

    TranslationFault(String words) {
        this.words = words;
    }

    /** The fault, for the next attempt and for readers: fits after "because". */
    String words() {
        return words;
    }

    /** Whether the translation is still better than none. */
    boolean isMild() {
        return switch (this) {
            case GLOSSARY -> true;
            case MISSING, MARKS, NUMBERS, ADDRESSES, LENGTH, UNTRANSLATED, NAMES, REPEATED -> false;
        };
    }
}
