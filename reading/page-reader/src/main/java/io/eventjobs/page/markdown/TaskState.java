package io.eventjobs.page.markdown;

import io.eventjobs.page.dom.Visibility;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The state of a task that a check box shows, as in a task list of GFM. Only boxes in list items and labels count: others belong to
 * forms, or to menus that open without scripts.
 */
final class TaskState {
    private static final int FARTHEST = 4;

    private TaskState() {}

    /** {@code [x]} or {@code [ ]}; null if the element is no check box of a task. */
    static @Nullable String of(Element element) {
        boolean isInput =
                element.normalName().equals("input") && element.attr("type").equalsIgnoreCase("checkbox");
        boolean isRole = !isInput && element.attr("role").equals("checkbox") && element.childrenSize() == 0;
        if (!isInput && !isRole || Visibility.isUnseen(element) || !isInTask(element)) {
            return null;
        }
        boolean isDone = isInput
                ? element.hasAttr("checked")
                : element.attr("aria-checked").equals("true");
        return isDone ? "[x]" : "[ ]";
    }

    private static boolean isInTask(Element box) {
        Element at = box.parent();
        for (int up = 0; up < FARTHEST && at != null; up++) {
            if (Set.of("li", "label").contains(at.normalName())) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }
}
