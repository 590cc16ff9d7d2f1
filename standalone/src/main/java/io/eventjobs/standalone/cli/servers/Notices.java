package io.eventjobs.standalone.cli.servers;

import java.io.PrintWriter;
import java.util.List;

/** What a command says about the application that it runs; nothing is said twice in succession. Thread-safe. */
final class Notices {
    private final PrintWriter out;
    private String last = "";

    Notices(PrintWriter out) {
        this.out = out;
    }

    synchronized void say(String sentence) {
        if (!sentence.equals(last)) {
            last = sentence;
            out.println(sentence);
            out.flush();
        }
    }

    /** @param missing what the application waits for, in words */
    void sayWaiting(List<String> missing) {
        say("Waiting for " + String.join(" and ", missing));
    }
}
