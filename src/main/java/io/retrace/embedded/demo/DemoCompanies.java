package io.retrace.embedded.demo;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/**
 * Main of the companies’ process: real HTTP servers, each with its own key, client and habits, and one
 * that exchanges files. Ends on a signal.
 */
public final class DemoCompanies {

    private DemoCompanies() {}

    static void main() throws IOException, InterruptedException {
        var settings = DemoSettings.read(System.getenv());
        var keys = new WebhookKeys(settings.directory());
        for (var company : DemoCompany.values()) {
            var api = new ApiClient(
                    settings,
                    "company-" + company.slug(),
                    settings.companySecret(),
                    CompanyKey.of(company.slug(), settings.directory()));
            var work = new CompanyWork(company, api);
            var stop = company.speaksOpenDsr()
                    ? listen(new OpenDsrServer(company, settings, work))
                    : listen(new CompanyServer(company, settings, keys, work));
            work.catchUp();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stop.run();
                work.stop();
            }));
        }
        var files = new FileDesk(new ApiClient(settings, "company-" + FileDesk.SLUG, settings.companySecret()));
        files.start();
        Runtime.getRuntime().addShutdownHook(new Thread(files::stop));
        new CountDownLatch(1).await();
    }

    private static Runnable listen(OpenDsrServer server) {
        server.start();
        return server::stop;
    }

    private static Runnable listen(CompanyServer server) {
        server.start();
        return server::stop;
    }
}
