package io.eventjobs.worker.session.translation;

import io.eventjobs.markdown.segment.MarkdownSegmenter;
import io.eventjobs.markdown.segment.Segment;
import io.eventjobs.markdown.segment.SegmentedText;
import io.eventjobs.worker.session.translation.engine.LanguagePair;
import io.eventjobs.worker.session.translation.engine.Terms;
import io.eventjobs.worker.session.translation.engine.TextTranslation;
import java.io.IOException;
import java.util.List;

/** Translates one part of a session: its page, slides or transcript. For the thread of an execution. */
public final class PartTranslation {
    private final TextTranslation translation;
    private final LanguagePair languages;
    private final Terms terms;
    private final TranslationCoverage coverage;

    /** @param coverage counts what is translated */
    public PartTranslation(
            TextTranslation translation, LanguagePair languages, Terms terms, TranslationCoverage coverage) {
        this.translation = translation;
        this.languages = languages;
        this.terms = terms;
        this.coverage = coverage;
    }

    /** Translates Markdown texts, in their order; passages that cannot be translated stay unchanged. */
    public List<String> ofMarkdown(List<String> texts) throws IOException, InterruptedException {
        return translated(texts.stream().map(MarkdownSegmenter::segment).toList());
    }

    /** Translates plain texts of one line each, in their order; those that cannot be translated stay unchanged. */
    public List<String> ofPlain(List<String> texts) throws IOException, InterruptedException {
        return translated(texts.stream().map(SegmentedText::ofPlain).toList());
    }

    private List<String> translated(List<SegmentedText> texts) throws IOException, InterruptedException {
        List<Segment> segments =
                texts.stream().flatMap(text -> text.segments().stream()).toList();
        TextTranslation.Result result =
                translation.translate(segments.stream().map(Segment::text).toList(), languages, terms);
        coverage.count(segments, result.translations(), result.faults());
        return texts.stream().map(text -> text.with(result.translations())).toList();
    }
}
