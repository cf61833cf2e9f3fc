package io.retrace.obligations;

import io.retrace.identity.Roles;
import io.retrace.requests.Drafts;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Answers about copies take the same way as all answers. */
@Service
@PreAuthorize(Roles.ANSWERS)
class CompanyCopies implements CopyDesk {

    private final CopyAnswering answering;
    private final CompanyAnswers answers;
    private final AnswerCodec codec;
    private final Drafts drafts;

    CompanyCopies(CopyAnswering answering, CompanyAnswers answers, AnswerCodec codec, Drafts drafts) {
        this.answering = answering;
        this.answers = answers;
        this.codec = codec;
        this.drafts = drafts;
    }

    @Override
    public Receipt answer(ObligationId obligation, CopyForm form) {
        var answer = answers.incoming(obligation, codec.canonical(form).getBytes(StandardCharsets.UTF_8));
        var receipt = answers.take(answer, () -> answering.record(answer, form, null));
        drafts.forget("answer:" + obligation);
        return receipt;
    }

    @Override
    public Receipt receive(ObligationId obligation, byte[] body, SignatureHeaders headers) {
        var answer = answers.incoming(obligation, body);
        return answers.take(answer, () -> {
            var signature = answers.signature(answer, headers);
            return answering.record(answer, codec.readCopy(body), signature);
        });
    }
}
