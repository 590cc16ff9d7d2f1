package io.eventjobs.worker.session.translation;

import io.eventjobs.markdown.segment.MarkdownSegmenter;
import io.eventjobs.markdown.segment.Segment;
import io.eventjobs.markdown.segment.SegmentedText;
import io.eventjobs.worker.session.translation.engine.LanguagePair;
import io.eventjobs.worker.session.translation.engine.Terms;
import io.eventjobs.worker.session.translation.engine.TextTranslation;
import java.io.IOException;
import java.util.List;

/** Translates what belongs together of a session: its page, its slides, what was said. For the thread of an execution. */
public final class PartTranslation {
    private final TextTranslation translation;
    private final LanguagePair languages;
    private final Terms terms;
    private final TranslationCoverage share;

    /** @param share counts what is translated */
    public PartTranslation(TextTranslation translation, LanguagePair languages, Terms terms, TranslationCoverage share) {
        this.translation = translation;
        this.languages = languages;
        this.terms = terms;
        this.share = share;
    }

    /** Markdown texts in the target language, in their order; what could not be translated in them is as it was. */
    public List<String> ofMarkdown(List<String> texts) throws IOException, InterruptedException {
        return translated(texts.stream().map(MarkdownSegmenter::segment).toList());
    }

    /** Plain texts of one line in the target language, in their order; what could not be translated is as it was. */
    public List<String> ofPlain(List<String> texts) throws IOException, InterruptedException {
        return translated(texts.stream().map(SegmentedText::ofPlain).toList());
    }

    private List<String> translated(List<SegmentedText> texts) throws IOException, InterruptedException {
        List<Segment> segments =
                texts.stream().flatMap(text -> text.segments().stream()).toList();
        TextTranslation.Result result =
                translation.translate(segments.stream().map(Segment::text).toList(), languages, terms);
        share.count(segments, result.translations(), result.faults());
        return texts.stream().map(text -> text.with(result.translations())).toList();
    }
}
