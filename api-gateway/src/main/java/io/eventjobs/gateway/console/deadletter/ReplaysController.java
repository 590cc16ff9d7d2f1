package io.eventjobs.gateway.console.deadletter;

import io.eventjobs.gateway.audit.Audited;
import io.eventjobs.gateway.console.PageInput;
import io.eventjobs.gateway.console.PageLink;
import io.eventjobs.gateway.console.SeeOther;
import io.eventjobs.gateway.deadletter.BulkDiscard;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.DeadLetterSelection;
import io.eventjobs.gateway.mongo.ReplayRecord;
import io.eventjobs.gateway.mongo.ReplayRecords;
import io.eventjobs.gateway.replay.ReplayForecast;
import io.eventjobs.gateway.replay.ReplaySubmission;
import io.eventjobs.gateway.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Replays and discards the dead letters that a filter selects: first what would happen, then how far it is. */
@Controller
class ReplaysController {
    private static final int DEFAULT_RATE = 20;
    private static final int MAX_RATE = 1_000;
    private static final int NEWEST = 20;

    private final ReplayForecast forecast;
    private final ReplaySubmission submission;
    private final ReplayRecords records;
    private final BulkDiscard discard;
    private final Clock clock;

    ReplaysController(
            ReplayForecast forecast,
            ReplaySubmission submission,
            ReplayRecords records,
            BulkDiscard discard,
            Clock clock) {
        this.forecast = forecast;
        this.submission = submission;
        this.records = records;
        this.discard = discard;
        this.clock = clock;
    }

    /** A dry run of the selection. */
    @GetMapping("/dead-letters/replay")
    String dryRun(Caller caller, HttpServletRequest request, Model model) {
        LetterSelection selection = LetterSelection.of(new PageInput(request));
        model.addAttribute("selection", selection);
        model.addAttribute("forecast", forecast.of(selected(selection, caller)));
        model.addAttribute("max", DeadLettersController.MAX_COUNTED);
        model.addAttribute("rate", DEFAULT_RATE);
        model.addAttribute("back", selection.link("/dead-letters"));
        return "replay-forecast";
    }

    @Audited("replayDeadLetters")
    @PostMapping("/dead-letters/replay")
    String replay(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        PageInput input = new PageInput(request);
        ReplayRecord replay = submission.accept(
                selected(LetterSelection.of(input), caller),
                input.number("rate", 1, MAX_RATE, DEFAULT_RATE),
                null,
                Optional.empty());
        return show(replay.id(), response);
    }

    @Audited("discardDeadLetters")
    @PostMapping("/dead-letters/discard")
    String discard(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        discard.discard(selected(LetterSelection.of(new PageInput(request)), caller), false);
        return SeeOther.to(response, "/dead-letters");
    }

    @Audited("replayDeadLetters")
    @PostMapping("/dead-letters/{id}/replay")
    String replayOne(Caller caller, @PathVariable String id, HttpServletResponse response) {
        ReplayRecord replay =
                submission.accept(new DeadLetterSelection(List.of(id), null), DEFAULT_RATE, null, Optional.empty());
        return show(replay.id(), response);
    }

    @Audited("discardDeadLetters")
    @PostMapping("/dead-letters/{id}/discard")
    String discardOne(Caller caller, @PathVariable String id, HttpServletResponse response) {
        discard.discard(new DeadLetterSelection(List.of(id), null), false);
        return SeeOther.to(response, "/dead-letters");
    }

    @GetMapping("/replays")
    String replays(Caller caller, Model model) {
        model.addAttribute("replays", records.newest(clock.instant(), NEWEST));
        return "replays";
    }

    @GetMapping("/replays/{id}")
    String replay(Caller caller, @PathVariable String id, Model model) {
        model.addAttribute("replay", found(records.find(id)));
        return "replay";
    }

    @GetMapping("/replays/{id}/live")
    String live(Caller caller, @PathVariable String id, Model model) {
        replay(caller, id, model);
        return "replay :: live";
    }

    @Audited("cancelReplay")
    @PostMapping("/replays/{id}/cancel")
    String cancel(Caller caller, @PathVariable String id, HttpServletResponse response) {
        return show(found(submission.cancel(id)).id(), response);
    }

    private DeadLetterSelection selected(LetterSelection selection, Caller caller) {
        return new DeadLetterSelection(List.of(), selection.filter(caller, clock));
    }

    private static String show(String id, HttpServletResponse response) {
        return SeeOther.to(response, PageLink.to("/replays").part(id).address());
    }

    private static ReplayRecord found(Optional<ReplayRecord> replay) {
        return replay.orElseThrow(
                () -> new ApiException(ErrorCode.REPLAY_NOT_FOUND, ErrorCode.REPLAY_NOT_FOUND.meaning()));
    }
}
