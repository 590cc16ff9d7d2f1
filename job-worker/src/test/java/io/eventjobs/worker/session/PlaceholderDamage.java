package io.eventjobs.worker.session;

import java.util.function.UnaryOperator;

/** What a translator does to placeholders. */
enum PlaceholderDamage {
    DROPPED(text -> text.replaceAll("⟦/?[0-9]+⟧", "")),
    DOUBLED(text -> text.replaceAll("(⟦[0-9]+⟧)", "$1$1")),
    TURNED(text -> text.replaceAll("⟦([0-9]+)⟧([^⟦]*)⟦/\\1⟧", "⟦/$1⟧$2⟦$1⟧")),
    INVENTED(text -> text + " ⟦77⟧"),
    BROKEN(text -> text.replace("⟧", "]"));

    final UnaryOperator<String> change;

    PlaceholderDamage(UnaryOperator<String> change) {
        this.change = change;
    }
}
