package io.eventjobs.worker.session.parser;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parser process that reads nothing: it does what the name of the file says. Uses only the JDK, so that it starts within milliseconds,
 * and writes the messages by hand, so that they are also wrong ones.
 */
final class FakeParser {
    private static final Pattern FILE = Pattern.compile("\"file\":\"([^\"]*)\"");

    private final DataInputStream in;
    private final DataOutputStream out;

    private FakeParser(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        FakeParser parser = new FakeParser(new DataInputStream(System.in), new DataOutputStream(System.out));
        parser.next();
        parser.say("{\"type\":\"ready\"}");
        while (true) {
            Matcher file = FILE.matcher(parser.next());
            if (!file.find()) {
                return;
            }
            parser.act(Path.of(file.group(1)).getFileName().toString());
        }
    }

    private void act(String name) throws IOException, InterruptedException {
        switch (name) {
            case "hang" -> new CountDownLatch(1).await();
            case "late" -> {
                new CountDownLatch(1).await(2, TimeUnit.SECONDS);
                say(content("late"));
            }
            case "die" -> System.exit(7);
            case "out-of-memory" -> System.exit(3);
            case "killed" ->
                new ProcessBuilder(
                                "kill",
                                "-9",
                                String.valueOf(ProcessHandle.current().pid()))
                        .start()
                        .waitFor();
            case "garbage" -> say("<html>");
            case "endless" -> out.writeInt(Integer.MAX_VALUE);
            case "noise" -> {
                out.write("WARNING: a library prints".getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
            case "half" -> {
                out.writeInt(1_000);
                System.exit(0);
            }
            case "unopened" -> say("{\"type\":\"unopened\",\"reason\":\"the disk is full\"}");
            case "stuck" -> say(content("read").replace("\"is_reusable\":true", "\"is_reusable\":false"));
            case "escape" ->
                say(
                        content("read")
                                .replace(
                                        "\"pages\":[]",
                                        "\"pages\":[{\"number\":1,\"image\":\"/../../etc\",\"has_small\":false,\"text\":\"\",\"notes\":\"\"}]"));
            case "claims-an-image" ->
                say(
                        content("read")
                                .replace(
                                        "\"pages\":[]",
                                        "\"pages\":[{\"number\":1,\"image\":\".jpg\",\"has_small\":false,\"text\":\"\",\"notes\":\"\"}]"));
            case "large" -> say(content("x".repeat(20 << 20)));
            case "child" -> {
                new ProcessBuilder(
                                "sleep",
                                String.valueOf(
                                        1_000_000 + ProcessHandle.current().pid()))
                        .start();
                say("{\"type\":\"progress\",\"pages\":1,\"of\":2}");
                new CountDownLatch(1).await();
            }
            case "pid" -> say(content(String.valueOf(ProcessHandle.current().pid())));
            case "environment" -> say(content(String.join(" ", System.getenv().keySet())));
            default -> {
                say("{\"type\":\"progress\",\"pages\":1,\"of\":1}");
                say(content(name));
            }
        }
    }

    private static String content(String text) {
        return "{\"type\":\"content\",\"is_reusable\":true,\"content\":{\"is_text\":true,\"properties\":{},\"text\":\""
                + text + "\",\"pages\":[],\"pictures\":[],\"warnings\":[],\"is_complete\":true}}";
    }

    private String next() throws IOException {
        byte[] head = in.readNBytes(Integer.BYTES);
        return head.length < Integer.BYTES
                ? ""
                : new String(in.readNBytes(java.nio.ByteBuffer.wrap(head).getInt()), StandardCharsets.UTF_8);
    }

    private void say(String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }
}
