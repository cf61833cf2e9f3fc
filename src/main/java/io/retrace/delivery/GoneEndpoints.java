package io.retrace.delivery;

import io.retrace.partners.PartnerId;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses that said 410: not tried again until the company registers another. */
@Component
class GoneEndpoints {

    private final JdbcClient jdbc;

    GoneEndpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean contains(PartnerId company, URI url) {
        return jdbc.sql("select exists (select from endpoint_gone where partner_no = ? and url = ?)")
                .params(company.value(), url.toString())
                .query(Boolean.class)
                .single();
    }

    void add(PartnerId company, URI url, Instant since) {
        jdbc.sql("insert into endpoint_gone (partner_no, url, since) values (?, ?, ?) on conflict do nothing")
                .params(company.value(), url.toString(), Timestamp.from(since))
                .update();
    }
}
