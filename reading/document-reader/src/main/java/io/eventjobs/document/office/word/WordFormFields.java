package io.eventjobs.document.office.word;

import io.eventjobs.document.office.xml.XmlElement;
import java.util.List;

/** The state of the form fields of Word, which stands at the mark of their beginning. Pure. */
final class WordFormFields {
    private WordFormFields() {}

    /** The state of a check box or a list as people see it; empty for anything else. */
    static String shown(XmlElement mark) {
        XmlElement form = mark.first("w:ffData").orElse(XmlElement.empty("w:ffData"));
        return form.first("w:checkBox")
                .map(box -> isChecked(box) ? "☒" : "☐")
                .or(() -> form.first("w:ddList").map(WordFormFields::chosen))
                .orElse("");
    }

    private static boolean isChecked(XmlElement box) {
        return box.first("w:checked")
                .or(() -> box.first("w:default"))
                .filter(state -> !state.isOff())
                .isPresent();
    }

    private static String chosen(XmlElement list) {
        List<XmlElement> entries = list.children().stream()
                .filter(child -> child.name().equals("w:listEntry"))
                .toList();
        String number = list.first("w:result")
                .or(() -> list.first("w:default"))
                .map(chosen -> chosen.attribute("val"))
                .orElse("0");
        int index = number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
        return index < entries.size() ? entries.get(index).attribute("val") : "";
    }
}
