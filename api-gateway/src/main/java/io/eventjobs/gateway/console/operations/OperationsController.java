package io.eventjobs.gateway.console.operations;

import io.eventjobs.gateway.audit.Audited;
import io.eventjobs.gateway.console.PageInput;
import io.eventjobs.gateway.console.PageLink;
import io.eventjobs.gateway.console.SeeOther;
import io.eventjobs.gateway.dispatch.WorkerRegistry;
import io.eventjobs.gateway.mongo.AuditLog;
import io.eventjobs.gateway.mongo.Position;
import io.eventjobs.gateway.query.Page;
import io.eventjobs.gateway.queue.QueueSwitch;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.Cursor;
import io.eventjobs.model.protocol.Report;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The workers, the audit log, and the switch of the queue. */
@Controller
class OperationsController {
    private static final int PAGE = 50;

    private final WorkerRegistry workers;
    private final AuditLog audit;
    private final QueueSwitch queue;

    OperationsController(WorkerRegistry workers, AuditLog audit, QueueSwitch queue) {
        this.workers = workers;
        this.audit = audit;
        this.queue = queue;
    }

    @GetMapping("/workers")
    String workers(Model model) {
        return workers(model, "workers");
    }

    @GetMapping("/workers/live")
    String liveWorkers(Model model) {
        return workers(model, "workers :: live");
    }

    @GetMapping("/audit")
    String audit(HttpServletRequest request, Model model) {
        Cursor cursor = new PageInput(request).cursor();
        Position before = cursor == null ? null : new Position(Instant.ofEpochMilli(cursor.number()), cursor.id());
        Page<AuditLog.Entry> page = Page.of(
                audit.newest(before, PAGE + 1),
                PAGE,
                entry -> new Cursor(entry.at().toEpochMilli(), entry.auditId()));
        model.addAttribute("page", page);
        model.addAttribute(
                "next", page.next() == null ? null : PageLink.to("/audit").with("cursor", page.nextText()));
        return "audit";
    }

    @Audited("pauseQueue")
    @PostMapping("/queue/pause")
    String pause(Caller caller, HttpServletResponse response) {
        queue.set(true);
        return SeeOther.to(response, "/");
    }

    @Audited("resumeQueue")
    @PostMapping("/queue/resume")
    String resume(Caller caller, HttpServletResponse response) {
        queue.set(false);
        return SeeOther.to(response, "/");
    }

    private String workers(Model model, String view) {
        List<Report.Presence> present = workers.present().stream()
                .sorted(Comparator.comparing(worker -> worker.workerId().value()))
                .toList();
        model.addAttribute("workers", present);
        model.addAttribute("slots", workers.slots());
        return view;
    }
}
