package io.eventjobs.document.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs programs that see, of all files, only those of the system, read-only, and their own folder, and that have no network: in namespaces
 * of their own, where the system permits an unprivileged user to have some. Thread-safe.
 */
public final class Sandbox {
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(10);
    private static final ChildProcess.Limits PROBE_LIMITS =
            new ChildProcess.Limits(Duration.ofSeconds(10), 4L << 30, 1L << 20);

    /** More folders are replaced by those that contain them, for each costs a mount. */
    private static final int MAX_FOLDERS = 16;

    private static final int MIN_DEPTH = 3;

    /** What programs and their libraries, fonts and settings are below. */
    private static final List<String> SYSTEM = List.of(
            "/usr",
            "/bin",
            "/sbin",
            "/lib",
            "/lib32",
            "/lib64",
            "/libx32",
            "/opt",
            "/nix/store",
            "/gnu/store",
            "/etc/alternatives",
            "/etc/fonts",
            "/etc/ld.so.cache",
            "/etc/libreoffice",
            "/etc/localtime",
            "/var/cache/fontconfig");

    private static final List<String> NAMESPACES = List.of("unshare", "--user", "--map-root-user", "--net", "--mount");

    /** Arguments: the folder, the number of paths that are visible, these paths, the command. A failure ends it with 125. */
    private static final String SETUP =
            """
            fail() { echo "no sandbox: $1" >&2; exit 125; }
            PATH=$PATH:/usr/sbin:/sbin
            room=$1 paths=$2
            shift 2
            umask 077
            mkdir -p "$room/.root" "$room/.tmp" && cd "$room/.root" || fail folders
            mount -t tmpfs -o size=1m,mode=755 tmpfs . && cd "$room/.root" || fail root
            umask 022
            mkdir tmp dev proc old || fail folders
            mount --bind "$room/.tmp" tmp || fail tmp
            while [ "$paths" -gt 0 ]; do
              if [ -h "$1" ]; then mkdir -p ".${1%/*}" && ln -s "$(readlink "$1")" ".$1" || fail "$1"
              elif [ -d "$1" ]; then
                mkdir -p ".$1" && mount --bind "$1" ".$1" || mount --rbind "$1" ".$1" || fail "$1"
                mount -o remount,bind,ro ".$1" 2>/dev/null || mount -o remount,bind,ro,nosuid,nodev ".$1" 2>/dev/null || :
              elif [ -f "$1" ]; then mkdir -p ".${1%/*}" && : > ".$1" && mount --bind "$1" ".$1" || fail "$1"
              fi
              shift
              paths=$((paths - 1))
            done
            for each in null zero random urandom; do : > "dev/$each" && mount --bind "/dev/$each" "dev/$each" || fail dev; done
            mount --rbind /proc proc || fail proc
            mkdir -p ".$room" && mount --bind "$room" ".$room" || fail "$room"
            pivot_root . old && umount -l /old && rmdir /old && mount -o remount,bind,ro / && cd "$room" || fail pivot_root
            exec "$@"
            """;

    private final boolean isAvailable;
    private final List<String> visible;

    private Sandbox(boolean isAvailable, List<String> visible) {
        this.isAvailable = isAvailable;
        this.visible = visible;
    }

    /** Programs run without a sandbox. */
    public static Sandbox none() {
        return new Sandbox(false, List.of());
    }

    /**
     * A sandbox, if this system permits one, which is tried; takes some 50 ms. Call once, at startup.
     *
     * @param more files and folders that are visible besides the system's
     */
    public static Sandbox find(Collection<Path> more) {
        Sandbox sandbox = new Sandbox(true, visible(more));
        return sandbox.works() ? sandbox : none();
    }

    public boolean isAvailable() {
        return isAvailable;
    }

    /**
     * The command that runs a program in the sandbox; the program itself if there is none.
     *
     * @param room the folder that the program sees, as its working directory and at the same path as outside
     */
    public List<String> command(Path room, List<String> program) {
        if (!isAvailable) {
            return program;
        }
        List<String> command = new ArrayList<>(NAMESPACES);
        command.addAll(
                List.of("/bin/sh", "-c", SETUP, "sh", room.toAbsolutePath().toString()));
        command.add(String.valueOf(visible.size()));
        command.addAll(visible);
        command.addAll(program);
        return command;
    }

    private boolean works() {
        try {
            Path room = Files.createTempDirectory("event-jobs-sandbox-").toRealPath();
            try {
                return ChildProcess.run(command(room, List.of("/bin/sh", "-c", ":")), PROBE_LIMITS, room, PROBE_TIMEOUT)
                        .isSuccess();
            } finally {
                delete(room);
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void delete(Path room) throws IOException {
        try (Stream<Path> files = Files.walk(room)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<String> visible(Collection<Path> more) {
        List<String> all = new ArrayList<>();
        SYSTEM.stream()
                .filter(path -> Files.exists(Path.of(path), LinkOption.NOFOLLOW_LINKS))
                .forEach(all::add);
        Set<Path> folders = more.stream()
                .filter(Files::exists)
                .map(path -> path.toAbsolutePath().normalize())
                .filter(path -> all.stream().noneMatch(path::startsWith))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        while (folders.size() > MAX_FOLDERS && folders.stream().anyMatch(path -> path.getNameCount() > MIN_DEPTH)) {
            int deepest = folders.stream().mapToInt(Path::getNameCount).max().orElse(MIN_DEPTH);
            folders = folders.stream()
                    .map(path -> path.getNameCount() == deepest
                            ? path.resolveSibling("").normalize()
                            : path)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        for (Path folder : folders) {
            if (folders.stream().noneMatch(other -> !other.equals(folder) && folder.startsWith(other))) {
                all.add(folder.toString());
            }
        }
        return all;
    }
}
