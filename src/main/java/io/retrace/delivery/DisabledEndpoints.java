package io.retrace.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerId;
import io.retrace.shared.ForModules;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Addresses of companies’ servers that are not tried until the company registers another or support has them used again. */
@Service
@ForModules
class DisabledEndpoints {

    private final JdbcClient jdbc;
    private final SchedulerClient queue;
    private final ApplicationEventPublisher events;

    DisabledEndpoints(JdbcClient jdbc, SchedulerClient queue, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.events = events;
    }

    /** By address, so that a new one is used at once. */
    record Address(PartnerId company, Partner.Channel channel, URI url) {}

    /** Why an address is left alone. */
    enum Reason {
        GONE,
        FAILING
    }

    /** One statement at each send: without a transaction around it. */
    public boolean contains(Address address) {
        return jdbc.sql("select exists (select from endpoint_gone where partner_no = ? and channel = ? and url = ?)")
                .params(
                        address.company().value(),
                        address.channel().name(),
                        address.url().toString())
                .query(Boolean.class)
                .single();
    }

    /** Since when each is left alone. */
    @Transactional(readOnly = true)
    public Map<Address, Instant> all() {
        return jdbc
                .sql("select partner_no, channel, url, since from endpoint_gone")
                .query((row, number) -> Map.entry(
                        new Address(
                                new PartnerId(row.getInt("partner_no")),
                                Partner.Channel.valueOf(row.getString("channel")),
                                URI.create(row.getString("url"))),
                        row.getTimestamp("since").toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Leaves it alone from now on, and has the company told by mail; nothing if it is left alone already. */
    @Transactional
    public void add(Address address, Reason reason, Instant now) {
        var company = address.company();
        var since = now.truncatedTo(ChronoUnit.MICROS);
        var added = jdbc.sql("""
                        insert into endpoint_gone (partner_no, channel, url, since, reason) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(
                        company.value(),
                        address.channel().name(),
                        address.url().toString(),
                        Timestamp.from(since),
                        reason.name())
                .update();
        if (added == 0) return;
        var notice = new EndpointNotice(company.value(), address.channel(), EndpointCondition.DISABLED, since);
        queue.scheduleIfNotExists(
                DeliveryTasks.TELL.instance(notice.instance()).data(notice).build(), since);
        events.publishEvent(new EndpointDisabled(company, reason == Reason.GONE, since));
    }

    /** Gives the channels whose addresses were left alone. */
    @Transactional
    public Set<Partner.Channel> remove(PartnerId company) {
        return jdbc.sql("delete from endpoint_gone where partner_no = ? returning channel")
                .param(company.value())
                .query((row, number) -> Partner.Channel.valueOf(row.getString(1)))
                .set();
    }
}
