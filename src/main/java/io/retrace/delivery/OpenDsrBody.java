package io.retrace.delivery;

import io.retrace.delivery.opendsr.RequestType;
import io.retrace.delivery.opendsr.SubjectRequest;
import io.retrace.delivery.opendsr.SubjectRequest.Asset;
import io.retrace.delivery.spi.Message.About;
import io.retrace.obligations.AskedItems;
import io.retrace.obligations.CompanyItem;
import io.retrace.partners.OpenDsrTarget;
import java.net.URI;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes a submission: the question, and the items in {@code extensions}, since OpenDSR has no word for a photo. */
@Component
class OpenDsrBody {

    static final String CALLBACKS = "/api/v1/opendsr/callbacks";
    /** More are read page by page at the address that stands beside them. */
    static final int MOST_ITEMS = 5_000;

    private final AskedItems items;
    private final String portal;

    OpenDsrBody(AskedItems items, @Value("${retrace.portal-url}") String portal) {
        this.items = items;
        this.portal = portal;
    }

    byte[] of(OpenDsrTarget target, About message, OpenDsrRequest request) {
        var question = message.question();
        var asked = items.of(question.obligation(), MOST_ITEMS);
        return new SubjectRequest(
                        request.id(),
                        question.copy() ? RequestType.ACCESS : RequestType.ERASURE,
                        question.reference().value(),
                        asked.since(),
                        callbacks(),
                        target.domain(),
                        question.due(),
                        request.amends(),
                        question.items(),
                        asked.items().stream().map(OpenDsrBody::asset).toList(),
                        URI.create(portal + "/api/v1/obligations/" + question.obligation() + "/items"))
                .json();
    }

    URI callbacks() {
        return URI.create(portal + CALLBACKS);
    }

    private static Asset asset(CompanyItem item) {
        return new Asset(
                item.ref().toString(),
                item.sha256().toString(),
                item.disclosedAt().atZone(ZoneOffset.UTC).toLocalDate(),
                item.purposes());
    }
}
