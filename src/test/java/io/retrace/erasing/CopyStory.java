package io.retrace.erasing;

import io.retrace.access.AccessPackage;
import io.retrace.access.FileIntake;
import io.retrace.access.MyPackages;
import io.retrace.access.PackageDownload.Device;
import io.retrace.ledger.Selection;
import io.retrace.obligations.AttestationForm.Declarant;
import io.retrace.obligations.CompanyKey;
import io.retrace.obligations.CopyAnswerJson;
import io.retrace.obligations.CopyDesk;
import io.retrace.obligations.CopyForm;
import io.retrace.obligations.CopyForm.Said;
import io.retrace.obligations.CopyForm.SentFile;
import io.retrace.obligations.ObligationId;
import io.retrace.obligations.SignedIn;
import io.retrace.requests.MyRequests;
import io.retrace.requests.SubjectRequest;
import io.retrace.requests.Submission;
import io.retrace.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A person asks for a copy, a company sends files for it, and the person takes their package. */
record CopyStory(Portal portal, TwoPeople people, SubjectRequest request) {

    private static final Declarant DANA = new Declarant("Dana Ortiz", "Data Protection Lead", true);

    static CopyStory begin(Portal portal, TwoPeople people, String member) {
        var submission = people.as(
                member, () -> portal.bean(MyRequests.class).copyFromCompanies(UUID.randomUUID(), new Selection.All()));
        portal.work();
        return new CopyStory(portal, people, ((Submission.Accepted) submission).request());
    }

    /** Uploads it; what an answer names it by. */
    SentFile upload(String company, String name, byte[] content) {
        var id = UUID.randomUUID();
        return SignedIn.company(company, () -> {
            try {
                portal.bean(FileIntake.class).receive(obligation(company), id, name, new ByteArrayInputStream(content));
                return new SentFile(id, Sha256.of(content));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    CopyDesk.Receipt answer(String company, String answerId, @Nullable String amends, SentFile... files) {
        var form = new CopyForm(answerId, Said.PROVIDED, List.of(files), null, DANA, amends);
        return SignedIn.company(company, () -> portal.bean(CopyDesk.class).answer(obligation(company), form));
    }

    /** Over the wire, under the company’s own key, which it registers with it. */
    CopyDesk.Receipt answerSigned(String company, String answerId, SentFile... files) {
        var form = new CopyForm(answerId, Said.PROVIDED, List.of(files), null, DANA, null);
        var body = JsonMapper.shared().writeValueAsBytes(CopyAnswerJson.of(form));
        var key = new CompanyKey();
        key.register(portal.db(), company);
        var asked = obligation(company);
        return SignedIn.company(
                company, () -> portal.bean(CopyDesk.class).receive(asked, body, key.jws(asked.toString(), body)));
    }

    ObligationId obligation(String company) {
        return people.obligation(request, company);
    }

    /** The newest package, taken by its person. */
    AccessPackage download(String member, TwoPeople now) {
        return now.as(member, () -> {
            var newest = portal.bean(MyPackages.class).of(request.id()).getFirst();
            portal.bean(MyPackages.class).download(newest.id(), Device.PHONE, null);
            return newest;
        });
    }
}
