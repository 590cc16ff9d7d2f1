package io.eventjobs.worker.session.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pictures of one page: which are kept, each once and within a sum of bytes, and which are not and why. */
public final class Pictures {
    private static final int MAX_NAMED = 3;

    private final Map<String, PictureFile> byAddress = new LinkedHashMap<>();
    private final Map<String, PictureFile> byName = new LinkedHashMap<>();
    private final Set<String> unwanted = new HashSet<>();
    private final Map<String, List<String>> missed = new LinkedHashMap<>();
    private final long max;
    private long bytes;

    /** @param max bytes of all that are kept */
    public Pictures(long max) {
        this.max = max;
    }

    /** In the order of the page: what is too much comes last. */
    public void add(String address, PictureOutcome outcome) {
        switch (outcome) {
            case PictureOutcome.Kept kept -> keep(address, kept.file());
            case PictureOutcome.Unwanted nothing -> unwanted.add(address);
            case PictureOutcome.Missed reason -> miss(address, reason.reason());
        }
    }

    private void keep(String address, PictureFile file) {
        PictureFile same = byName.get(file.name());
        if (same == null && bytes + file.bytes() > max) {
            miss(address, "too many bytes in all");
            return;
        }
        if (same == null) {
            byName.put(file.name(), file);
            bytes += file.bytes();
        }
        byAddress.put(address, same == null ? file : same);
    }

    private void miss(String address, String reason) {
        missed.computeIfAbsent(reason, fresh -> new ArrayList<>()).add(address);
    }

    /** Null if it is not kept. */
    public @Nullable PictureFile file(String address) {
        return byAddress.get(address);
    }

    public boolean isUnwanted(String address) {
        return unwanted.contains(address);
    }

    /** Each once. */
    public Collection<PictureFile> files() {
        return byName.values();
    }

    /** One line for each reason; of many pictures the first are named. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        missed.forEach((reason, addresses) -> {
            String named = String.join(
                    ", ",
                    addresses.stream()
                            .limit(MAX_NAMED)
                            .map(address -> address.startsWith("data:") ? "one in the page itself" : address)
                            .toList());
            String rest = addresses.size() > MAX_NAMED ? " and " + (addresses.size() - MAX_NAMED) + " more" : "";
            String what = addresses.size() == 1
                    ? "A picture is not in the bundle, only linked"
                    : addresses.size() + " pictures are not in the bundle, only linked";
            warnings.add(what + " (" + reason + "): " + named + rest);
        });
        return warnings;
    }
}
