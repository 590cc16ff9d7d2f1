package io.eventjobs.standalone.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/**
 * The training run of commands that only ask a gateway: runs some of them on one that gives the same answer to all. What is loaded
 * meanwhile, Java keeps in the cache from which later commands start.
 */
final class ClientTraining {
    private static final List<String> COMMANDS =
            List.of("queue show", "status job-1", "jobs list", "batches list", "queue show --json");
    private static final String ANSWER =
            """
            {"status": "success", "data": {
              "job_id": "job-1", "job_status": "completed", "progress": 100, "paused": false, "pending": 1, "queued": 2, "processing": 3,
              "dead_letters": 0, "slots": 8, "lag": 0, "oldest_wait_seconds": 1.5, "created_at": "2026-01-01T00:00:00Z",
              "workers": [{"worker_id": "worker-1", "worker_version": "1", "busy_slots": 1, "slots": 8, "draining": false}],
              "jobs": [{"job_id": "job-1", "status": "completed", "url": "https://conference.example/1", "attempts": 1}],
              "batches": [{"batch_id": "batch-1", "status": "completed", "total": 1, "counts": {"completed": 1}}]
            }}
            """;

    private ClientTraining() {}

    public static void main(String[] arguments) throws IOException {
        EventJobs.prepare();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().name("training-gateway").start(() -> answerAll(server));
            for (String command : COMMANDS) {
                run(command + " --url http://127.0.0.1:" + server.getLocalPort() + " --api-key training");
            }
        }
    }

    private static void run(String command) {
        String[] words = command.split(" ");
        CommandLine line = EventJobs.commandLineFor(words);
        line.setOut(new PrintWriter(Writer.nullWriter()));
        if (line.execute(words) != 0) {
            throw new IllegalStateException("failed: " + command);
        }
    }

    private static void answerAll(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void answer(Socket socket) throws IOException {
        BufferedReader request =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        String line = request.readLine();
        while (line != null && !line.isEmpty()) {
            line = request.readLine();
        }
        byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().write(body);
    }
}
