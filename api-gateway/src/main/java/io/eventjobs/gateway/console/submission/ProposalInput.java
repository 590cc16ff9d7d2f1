package io.eventjobs.gateway.console.submission;

import io.eventjobs.gateway.console.PageInput;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a person says beside the sessions.
 *
 * @param event null for the name that the schedule or table has
 * @param language target language of the documents
 * @param address of the schedule, which workers read more from; null for none
 */
record ProposalInput(@Nullable String event, String language, @Nullable URI address) {
    private static final String DEFAULT_LANGUAGE = "en";

    static ProposalInput of(PageInput input) {
        String language = input.text("language");
        return new ProposalInput(
                input.text("event"), language == null ? DEFAULT_LANGUAGE : language, address(input.text("address")));
    }

    private static @Nullable URI address(@Nullable String text) {
        boolean isAddress = text != null && text.matches("(?i)https?://[\\x21-\\x7e]+");
        try {
            return isAddress ? URI.create(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
