package io.retrace.ui.member;

import static io.retrace.ui.member.Companies.company;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.obligations.CompanyProgress;
import io.retrace.obligations.CompanyWord;
import io.retrace.requests.Deadline;
import io.retrace.requests.RequestId;
import io.retrace.requests.RequestKind;
import io.retrace.requests.RequestStatus;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.Reference;
import io.retrace.testing.UseCase;
import io.retrace.ui.component.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestSentencesTest {

    @Test
    @UseCase("UC-004/1")
    void a_question_that_went_out_is_asked_and_no_more() {
        var request = sentences(
                RequestStatus.UNDERWAY,
                company(CompanyWord.ASKED),
                company(CompanyWord.ASKED),
                company(CompanyWord.NOT_ASKED_YET));
        assertThat(request.headline()).isEqualTo("Two of three companies have been asked. None has answered yet.");
        assertThat(request.rest()).isEqualTo("One is still to be asked.");
    }

    @Test
    @UseCase({"UC-026/6", "UC-026/8"})
    void photos_that_were_passed_on_are_not_done_before_those_who_got_them_are() {
        var open = sentences(
                RequestStatus.UNDERWAY,
                Companies.passedOn(CompanyWord.ASKED, CompanyWord.CONFIRMED_DELETED),
                company(CompanyWord.ASKED));
        assertThat(open.headline()).isEqualTo("One of two companies has answered.");
        assertThat(open.rest())
                .isEqualTo("One has been asked and has not answered yet."
                        + " One passed your photos on to others, and not all of them have answered.");
        var kept = sentences(
                RequestStatus.PARTLY_DONE,
                Companies.passedOn(CompanyWord.KEPT_SOME),
                Companies.passedOn(CompanyWord.HAD_NOTHING));
        assertThat(kept.headline()).isEqualTo("One of two companies erased your photos or had none.");
        assertThat(kept.rest()).isEqualTo("One passed your photos on to somebody who kept something.");
    }

    @Test
    @UseCase("UC-004/1")
    void answers_are_counted_and_the_others_named() {
        var request = sentences(
                RequestStatus.UNDERWAY,
                Companies.answered(Companies.erased(4)),
                company(CompanyWord.HAD_NOTHING),
                Companies.answered(Companies.kept(1, "Anti-Fraud Act")),
                company(CompanyWord.WORKING_ON_IT),
                Companies.silent(3));
        assertThat(request.headline()).isEqualTo("Three of five companies have answered.");
        assertThat(request.rest())
                .isEqualTo("One kept something. One is working on it."
                        + " One has not answered; the next step is on 24 November 2026.");
    }

    @Test
    void before_anything_is_sent_the_page_says_so_and_until_when() {
        var request = sentences(RequestStatus.RECEIVED, company(CompanyWord.NOT_ASKED_YET));
        assertThat(request.headline()).isEqualTo("Nothing has been sent yet.");
        assertThat(request.rest()).contains("4 November 2026, 10:00").contains("you can take it back");
    }

    @Test
    void what_was_taken_back_reads_not_done_and_says_why() {
        assertThat(sentences(RequestStatus.WITHDRAWN, company(CompanyWord.NOT_ASKED_YET))
                        .headline())
                .isEqualTo("Not done — it was taken back before anything was sent.");
    }

    @Test
    @UseCase("UC-004/4")
    void done_is_said_only_when_every_company_erased_or_had_nothing() {
        assertThat(sentences(RequestStatus.DONE, company(CompanyWord.HAD_NOTHING), company(CompanyWord.HAD_NOTHING))
                        .headline())
                .isEqualTo("Both companies erased your photos or had none.");
        assertThat(sentences(RequestStatus.PARTLY_DONE, company(CompanyWord.HAD_NOTHING), Companies.silent(3))
                        .headline())
                .isEqualTo("One of two companies erased your photos or had none.");
    }

    private static RequestSentences sentences(RequestStatus status, CompanyProgress... companies) {
        var day = LocalDate.of(2026, 11, 3);
        return new RequestSentences(
                new Words(Locale.ENGLISH, ZoneOffset.UTC),
                new SubjectRequest(
                        new RequestId(UUID.randomUUID()),
                        new Reference("R-7Q4M-2KX9"),
                        RequestKind.ERASURE,
                        status,
                        Companies.ASKED,
                        Companies.ASKED.plus(Duration.ofDays(1)),
                        "all",
                        9,
                        companies.length,
                        new Deadline(day.plusMonths(1), "gdpr-one-month", "GDPR Art. 12(3)", day, day.plusMonths(1)),
                        null,
                        null),
                List.of(companies));
    }
}
