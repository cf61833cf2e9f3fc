package io.retrace.ledger;

import io.retrace.testing.LeafCount;
import io.retrace.testing.StatementCount;
import io.retrace.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** One context for the tests of this module: real PostgreSQL, real evidence, small batches and limits. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = {"requests", "obligations", "access", "evidence"})
@AutoConfigureMockMvc
@TestPropertySource(properties = "retrace.ledger.media-store=https://media.example/photos/")
@Import({LedgerFixture.class, StatementCount.class})
abstract class LedgerModule {

    @Autowired
    protected LedgerFixture ledger;

    @Autowired
    private DataSource dataSource;

    protected JdbcClient jdbc;
    protected LeafCount leaves;

    @SuppressWarnings("NullAway.Init")
    LedgerModule() {}

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("retrace.portal-url", () -> "https://portal.example/");
        registry.add("retrace.ledger.batch-lines", () -> "100");
        registry.add("retrace.ledger.feed-limit", () -> "40MB");
        registry.add("retrace.ledger.thumbnails", LedgerModule::folder);
    }

    @BeforeEach
    void register() {
        ledger.register();
        jdbc = JdbcClient.create(dataSource);
        leaves = new LeafCount(dataSource);
    }

    private static String folder() {
        try {
            return Files.createTempDirectory("thumbnails").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
