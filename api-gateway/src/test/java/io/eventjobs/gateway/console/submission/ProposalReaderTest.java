package io.eventjobs.gateway.console.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.gateway.imports.UnreadableSessionsException;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.gateway.query.Queries;
import io.eventjobs.gateway.security.Caller;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProposalReaderTest {
    private static final Caller CALLER = new Caller(Jobs.TENANT);

    private Records records;
    private ProposalReader reader;

    @BeforeEach
    void start() throws InterruptedException {
        records = Records.empty();
        reader = new ProposalReader(Queries.of(records));
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void addressesBecomeSessionsNamedAfterThem() {
        Proposal proposal = read("# talks\nhttps://conf.test/small-queues\nhttps://conf.test/b.html\n", "Conf");

        assertThat(proposal.source()).isEqualTo("list of addresses");
        assertThat(proposal.jobs()).isEqualTo(2);
        assertThat(proposal.batches().getFirst().name()).isEqualTo("Conf - General");
        assertThat(proposal.batches().getFirst().jobs().getFirst())
                .containsEntry("session", "Small queues")
                .containsEntry("event", "Conf")
                .containsEntry("target_language", "en");
    }

    @Test
    void aTableIsABatchForEachTrack() {
        Proposal proposal = read(
                "event;title;url;track;speaker\nConf;\"One; two\";https://conf.test/1;Web;Ada, Grace\nConf;Two;https://conf.test/2;Data;\n",
                null);

        assertThat(proposal.event()).isEqualTo("Conf");
        assertThat(proposal.tracks()).extracting(Proposal.Track::name).containsExactly("Web", "Data");
        assertThat(proposal.batches().getFirst().jobs().getFirst())
                .containsEntry("session", "One; two")
                .containsEntry("speakers", List.of("Ada", "Grace"));
    }

    @Test
    void sessionsThatHaveAJobAreNotSubmittedAgain() {
        records.jobs().insert(Jobs.pending());
        String known = String.valueOf(Jobs.pending().request().parameters().url());
        String event = String.valueOf(Jobs.pending().request().event());
        String language = String.valueOf(Jobs.pending().request().parameters().targetLanguage());

        Proposal proposal =
                reader.read(CALLER, given(known + "\nhttps://conf.test/new"), new ProposalInput(event, language, null));

        assertThat(proposal.tracks().getFirst().fresh()).isOne();
        assertThat(proposal.tracks().getFirst().unchanged()).isOne();
    }

    @Test
    void aCalendarIsASchedule() {
        Proposal proposal = read(
                "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Cal Conf\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260201T100000Z\r\nSUMMARY:A talk\r\nURL:https://conf.test/a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                null);

        assertThat(proposal.event()).isEqualTo("Cal Conf");
        assertThat(proposal.jobs()).isOne();
        assertThat(proposal.batches().getFirst().id()).isNotNull();
    }

    @Test
    void whatIsNothingOfTheseIsRefusedWithAReason() {
        assertThatExceptionOfType(UnreadableSessionsException.class)
                .isThrownBy(() -> read("hello", "Conf"))
                .withMessageContaining("no schedule");
        assertThatExceptionOfType(UnreadableSessionsException.class)
                .isThrownBy(() -> read(" \n", "Conf"))
                .withMessage("There is nothing in it");
        assertThatExceptionOfType(UnreadableSessionsException.class)
                .isThrownBy(() -> read("https://conf.test/1", null))
                .withMessage("No event is named: fill in its name");
    }

    private Proposal read(String text, @Nullable String event) {
        return reader.read(CALLER, given(text), new ProposalInput(event, "en", null));
    }

    private static GivenSessions given(String text) {
        return new GivenSessions(text.getBytes(StandardCharsets.UTF_8), null, null);
    }
}
