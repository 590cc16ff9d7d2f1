package io.eventjobs.gateway.submission;

import static io.eventjobs.gateway.submission.Submissions.SESSION;
import static io.eventjobs.gateway.submission.Submissions.faultsOfSession;
import static io.eventjobs.gateway.submission.Submissions.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.error.FieldFault;
import io.eventjobs.model.job.SessionParameters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionReaderTest {
    @Test
    void readsEverythingThatMayBeSaidOfASession() {
        JobDraft draft = session(
                """
                {'event': 'FOSDEM 2025', 'session': 'Closing', 'url': 'https://example.org/closing', 'filename': 'end.md',
                 'track': 'Keynotes', 'source_language': 'fr', 'target_language': 'en', 'translate_names': true,
                 'day': 'Sunday', 'starttime': '17:30', 'endtime': '18:00', 'speakers': ['Ada', 'Grace'],
                 'video_url': 'https://example.org/closing.mp4', 'attachments_url': 'upload:upload-1/slides.pdf',
                 'video_transcript': 'Good bye.', 'schedule_url': 'https://example.org/schedule.json',
                 'revision': 'r42', 'template': 'Transcript', 'target': 'beginners', 'use_cache': false}""");

        assertThat(draft.parameters())
                .isEqualTo(new SessionParameters(
                        "FOSDEM 2025",
                        "Closing",
                        "https://example.org/closing",
                        "end.md",
                        "Keynotes",
                        new SessionParameters.Languages("fr", "en", true),
                        new SessionParameters.Slot("Sunday", "17:30", "18:00"),
                        List.of("Ada", "Grace"),
                        new SessionParameters.Material(
                                "https://example.org/closing.mp4", "upload:upload-1/slides.pdf", "Good bye.", null),
                        new SessionParameters.Announcement("https://example.org/schedule.json", "r42"),
                        new SessionParameters.Writing("Transcript", null, "beginners"),
                        false));
        assertThat(draft.name()).isEqualTo("FOSDEM 2025 - Keynotes - Closing");
        assertThat(draft.longTranscript()).isNull();
    }

    @Test
    void needsAnEventATitleAndAPage() {
        assertThat(faultsOfSession("{}"))
                .containsExactly(
                        new FieldFault("event", "is required"),
                        new FieldFault("session", "is required"),
                        new FieldFault("url", "is required"));
    }

    @Test
    void takesNullForAbsent() {
        assertThat(((SessionParameters) session("{" + SESSION + ", 'track': null, 'speakers': null, 'day': null}")
                                .parameters())
                        .track())
                .isEqualTo("General");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'track': ''            | track           | must not be blank",
                "'source_language': 'x' | source_language | must be a language tag such as en or pt-BR",
                "'target_language': 'x' | target_language | must be a language tag such as en or pt-BR",
                "'translate_names': 1   | translate_names | must be true or false",
                "'day': 7               | day             | must be a string",
                "'starttime': '25:00'   | starttime       | must be a time between 00:00 and 23:59, as HH:MM",
                "'endtime': '9:00'      | endtime         | must be a time between 00:00 and 23:59, as HH:MM",
                "'speakers': 'Ada'      | speakers        | must be an array of at most 100 strings",
                "'speakers': ['']       | speakers[0]     | must be a string of 1 to 300 characters",
                "'video_url': 'a.mp4'   | video_url       | must be an absolute http or https URL, or the address of an upload",
                "'attachments_url': 'a' | attachments_url | must be an absolute http or https URL, or the address of an upload",
                "'schedule_url': 'a'    | schedule_url    | must be an absolute http or https URL",
                "'video_transcript': 1  | video_transcript | must be a string",
                "'revision': ''         | revision        | must not be blank",
                "'template': 'Essay'    | template        | must be one of Session, Summary, Transcript",
                "'target': []           | target          | must be a string",
                "'use_cache': 'yes'     | use_cache       | must be true or false",
                "'filename': 'a/b'      | filename        | must be a file name without a path",
                "'results': {}          | results         | unknown field",
                "'video_transcript_key': 'k' | video_transcript_key | unknown field"
            })
    void saysOfEachFieldWhatIsAllowed(String field, String name, String message) {
        assertThat(faultsOfSession("{" + SESSION + ", " + field + "}")).containsExactly(new FieldFault(name, message));
    }

    @Test
    void thePageOfASessionMayBeASavedOne() {
        SessionParameters parameters =
                (SessionParameters) session("{'event': 'E', 'session': 'S', 'url': 'upload:upload-1/page.html'}")
                        .parameters();

        assertThat(parameters.url()).isEqualTo("upload:upload-1/page.html");
    }

    @ParameterizedTest
    @CsvSource({
        "A talk, A talk.md",
        "closing.md, closing.md",
        "CLOSING.MD, CLOSING.md",
        "C/C++: what now?, C-C++ - what now.md",
        "..., session.md"
    })
    void theFileIsCalledAsTheSessionIs(String title, String filename) {
        SessionParameters read =
                (SessionParameters) session("{'event': 'E', 'session': '" + title + "', 'url': 'https://example.org/'}")
                        .parameters();

        assertThat(read.filename()).isEqualTo(filename);
    }

    @Test
    void aTranscriptThatIsTooLongForTheJobIsKeptBesideIt() {
        String longest = "x".repeat(20);
        JobDraft inline = session("{" + SESSION + ", 'video_transcript': '" + longest + "'}");
        JobDraft beside = session("{" + SESSION + ", 'video_transcript': '" + longest + "x'}");

        assertThat(((SessionParameters) inline.parameters()).videoTranscript()).isEqualTo(longest);
        assertThat(inline.longTranscript()).isNull();
        assertThat(((SessionParameters) beside.parameters()).videoTranscript()).isNull();
        assertThat(beside.longTranscript()).isEqualTo(longest + "x");
    }
}
