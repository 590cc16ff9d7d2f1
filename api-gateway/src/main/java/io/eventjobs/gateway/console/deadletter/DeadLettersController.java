package io.eventjobs.gateway.console.deadletter;

import io.eventjobs.gateway.console.PageInput;
import io.eventjobs.gateway.deadletter.DeadLetterEntry;
import io.eventjobs.gateway.deadletter.DeadLetters;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.mongo.DeadLetterRecords;
import io.eventjobs.gateway.query.Page;
import io.eventjobs.gateway.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of open dead letters, by cause, and a single one with its trace. */
@Controller
class DeadLettersController {
    /** Numbers above are shown as "or more". */
    static final int MAX_COUNTED = 10_000;

    private static final int PAGE = 50;
    private static final List<DeadLetter.State> OPEN = List.of(DeadLetter.State.OPEN);

    private final DeadLetters letters;
    private final DeadLetterRecords records;
    private final Clock clock;

    DeadLettersController(DeadLetters letters, DeadLetterRecords records, Clock clock) {
        this.letters = letters;
        this.records = records;
        this.clock = clock;
    }

    @GetMapping("/dead-letters")
    String page(Caller caller, HttpServletRequest request, Model model) {
        PageInput input = new PageInput(request);
        LetterSelection selection = LetterSelection.of(input);
        DeadLetterFilter filter = selection.filter(caller, clock);
        Map<String, Integer> causes = records.codes(filter, OPEN, MAX_COUNTED);
        Page<DeadLetterEntry> page =
                Page.of(letters.newest(filter, OPEN, input.cursor(), PAGE + 1), PAGE, DeadLetterEntry::cursor);
        model.addAttribute("selection", selection);
        model.addAttribute("codes", LetterSelection.CODES);
        model.addAttribute("causes", causes);
        model.addAttribute(
                "total", causes.values().stream().mapToInt(Integer::intValue).sum());
        model.addAttribute("max", MAX_COUNTED);
        model.addAttribute("letters", page.items().stream().map(LetterRow::of).toList());
        model.addAttribute("replay", selection.link("/dead-letters/replay"));
        model.addAttribute(
                "next",
                page.next() == null ? null : selection.link("/dead-letters").with("cursor", page.nextText()));
        return "dead-letters";
    }

    @GetMapping("/dead-letters/{id}")
    String letter(Caller caller, @PathVariable String id, Model model) {
        DeadLetterEntry letter = letters.find(id)
                .orElseThrow(() ->
                        new ApiException(ErrorCode.DEAD_LETTER_NOT_FOUND, ErrorCode.DEAD_LETTER_NOT_FOUND.meaning()));
        model.addAttribute("letter", LetterRow.of(letter));
        return "dead-letter";
    }
}
