package io.eventjobs.gateway.projection;

import org.springframework.context.support.GenericApplicationContext;

/** Lets a test decide what happens while a report waits to be projected again. */
public final class ReportPauses {
    private ReportPauses() {}

    public static void register(GenericApplicationContext context, Runnable meanwhile) {
        context.registerBean("reportPause", ReportListener.Pause.class, () -> meanwhile::run);
    }
}
