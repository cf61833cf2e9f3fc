package io.retrace.bench;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.cfg.BatchSettings;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;

/**
 * Spring Data’s {@code saveAll} at its best: assigned ids, ordered batches, rows of a batch rewritten into one statement, a
 * transaction and a fresh session per chunk. It gets objects, without HTTP, JSON, checks, duplicates or evidence.
 */
final class HibernatePeer implements AutoCloseable {

    private static final int CHUNK = 10_000;
    private static final int BATCH = 500;

    private final EntityManagerFactory factory;

    HibernatePeer(DataSource dataSource) {
        var rewriting = new PGSimpleDataSource();
        rewriting.setUrl(((PGSimpleDataSource) dataSource).getUrl());
        rewriting.setUser("postgres");
        rewriting.setReWriteBatchedInserts(true);
        factory = new HibernatePersistenceConfiguration("bench-peer")
                .property(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, rewriting)
                .property(BatchSettings.STATEMENT_BATCH_SIZE, BATCH)
                .property(BatchSettings.ORDER_INSERTS, true)
                .property("hibernate.jdbc.time_zone", "UTC")
                .mappingFile("bench-peer.orm.xml")
                .createEntityManagerFactory();
    }

    void store(List<FeedData.Row> rows) {
        for (int from = 0; from < rows.size(); from += CHUNK) {
            var chunk = rows.subList(from, Math.min(rows.size(), from + CHUNK));
            try (var session = factory.createEntityManager()) {
                var transaction = session.getTransaction();
                transaction.begin();
                new SimpleJpaRepository<PeerDisclosure, UUID>(PeerDisclosure.class, session)
                        .saveAll(chunk.stream().map(PeerDisclosure::new).toList());
                transaction.commit();
            }
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
