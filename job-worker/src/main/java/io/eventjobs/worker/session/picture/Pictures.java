package io.eventjobs.worker.session.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pictures of one page: which are put into the bundle, each once and within a total size, and which are not, and why. */
public final class Pictures {
    private static final int MAX_LISTED = 3;

    private final Map<String, PictureFile> byAddress = new LinkedHashMap<>();
    private final Map<String, PictureFile> byName = new LinkedHashMap<>();
    private final Set<String> decorative = new HashSet<>();
    private final Map<String, List<String>> missing = new LinkedHashMap<>();
    private final long maxTotalBytes;
    private long bytes;

    /** @param maxTotalBytes of all pictures in the bundle */
    public Pictures(long maxTotalBytes) {
        this.maxTotalBytes = maxTotalBytes;
    }

    /** To be called in the order of the page, since the last ones are left out if they are too many. */
    public void add(String address, PictureOutcome outcome) {
        switch (outcome) {
            case PictureOutcome.Included included -> include(address, included.file());
            case PictureOutcome.Decorative picture -> decorative.add(address);
            case PictureOutcome.Missing picture -> miss(address, picture.reason());
        }
    }

    private void include(String address, PictureFile file) {
        PictureFile same = byName.get(file.name());
        if (same == null && bytes + file.bytes() > maxTotalBytes) {
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
        missing.computeIfAbsent(reason, fresh -> new ArrayList<>()).add(address);
    }

    /** Null if it is not in the bundle. */
    public @Nullable PictureFile file(String address) {
        return byAddress.get(address);
    }

    public boolean isDecorative(String address) {
        return decorative.contains(address);
    }

    /** Each once. */
    public Collection<PictureFile> files() {
        return byName.values();
    }

    /** One for each reason; of many pictures only the first are listed. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        missing.forEach((reason, addresses) -> {
            String named = String.join(
                    ", ",
                    addresses.stream()
                            .limit(MAX_LISTED)
                            .map(address -> address.startsWith("data:") ? "one in the page itself" : address)
                            .toList());
            String rest = addresses.size() > MAX_LISTED ? " and " + (addresses.size() - MAX_LISTED) + " more" : "";
            String what = addresses.size() == 1
                    ? "A picture is not in the bundle, only linked"
                    : addresses.size() + " pictures are not in the bundle, only linked";
            warnings.add(what + " (" + reason + "): " + named + rest);
        });
        return warnings;
    }
}
