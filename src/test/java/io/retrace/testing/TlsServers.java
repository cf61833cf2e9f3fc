package io.retrace.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Servers with good and bad certificates for {@value #NAME}, and a client that trusts the authority of the good ones. */
public final class TlsServers {

    public static final String NAME = "company.example";

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path directory = Files.createTempDirectory("tls");

    public TlsServers() throws IOException {
        keytool("ca", "Test authority", "-1d", "36500", "-ext", "bc:c");
        keytool("trusted", NAME, "-1d", "300", "-ext", "SAN=dns:" + NAME, "-signer", "ca");
        keytool("other", "other.example", "-1d", "300", "-ext", "SAN=dns:other.example", "-signer", "ca");
        keytool("old", NAME, "-400d", "300", "-ext", "SAN=dns:" + NAME, "-signer", "ca");
        keytool("self", NAME, "-1d", "300", "-ext", "SAN=dns:" + NAME);
    }

    /** Trusts the authority and nobody else. */
    public SSLContext client() throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", keys().getCertificate("ca"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    public ServerSocketFactory with(String alias) throws GeneralSecurityException, IOException {
        return server(alias).getServerSocketFactory();
    }

    /** That of the certificate {@code trusted}, {@code other} (a name), {@code old} or {@code self} (signed). */
    public SSLContext server(String alias) throws GeneralSecurityException, IOException {
        var one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry(alias, keys().getKey(alias, PASSWORD), PASSWORD, keys().getCertificateChain(alias));
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(one, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        return context;
    }

    private KeyStore keys() throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(directory.resolve("keys.p12").toFile(), PASSWORD);
    }

    /** The JDK’s own tool, as {@code ProcessorKeys} uses it. */
    private void keytool(String alias, String name, String from, String days, String... more) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC"));
        command.addAll(List.of("-keystore", directory.resolve("keys.p12").toString()));
        command.addAll(List.of("-storepass", new String(PASSWORD), "-alias", alias, "-dname", "CN=" + name));
        command.addAll(List.of("-startdate", from, "-validity", days));
        command.addAll(List.of(more));
        var log = directory.resolve(alias + ".log");
        try {
            var tool = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (tool.waitFor() != 0) throw new IOException(Files.readString(log));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
