package io.eventjobs.gateway.console.overview;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page. */
@Controller
class OverviewController {
    private final OverviewSource source;

    OverviewController(OverviewSource source) {
        this.source = source;
    }

    @GetMapping("/")
    String page(Model model) {
        return shown(model, "overview");
    }

    /** The part of the page that changes, asked for when it may have. */
    @GetMapping("/overview/live")
    String live(Model model) {
        return shown(model, "overview :: live");
    }

    private String shown(Model model, String view) {
        model.addAttribute("overview", source.now());
        model.addAttribute("max", OverviewSource.MAX_COUNTED);
        return view;
    }
}
