package io.retrace.delivery;

import io.retrace.partners.Partner;
import io.retrace.partners.PartnerId;
import java.time.Instant;

/** What the queue keeps of a mail that tells a company of its endpoint. */
record EndpointNotice(int company, Partner.Channel channel, EndpointCondition condition, Instant since) {

    PartnerId companyId() {
        return new PartnerId(company);
    }

    /** One per company, channel and trouble: hearing of it twice sends one mail. */
    String instance() {
        return company + ":" + channel + ":" + condition + ":" + since.toEpochMilli();
    }
}
