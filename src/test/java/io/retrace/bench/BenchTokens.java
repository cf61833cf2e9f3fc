package io.retrace.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executors;

/** What the portal needs of Keycloak, an issuer of tokens and a list of accounts: the portal’s own security stays on while it is measured. */
final class BenchTokens implements AutoCloseable {

    private final RSAKey key;
    private final HttpServer server;

    BenchTokens() throws IOException {
        try {
            key = new RSAKeyGenerator(2048).keyID("bench").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/realms/retrace/protocol/openid-connect/certs", exchange -> answer(exchange, keys));
        server.createContext(
                "/realms/retrace/protocol/openid-connect/token",
                exchange -> answer(
                        exchange,
                        "{\"access_token\":\"bench\",\"expires_in\":86400,\"token_type\":\"Bearer\"}"
                                .getBytes(StandardCharsets.UTF_8)));
        server.createContext("/admin/realms/retrace/users", BenchTokens::account);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Whoever is looked for has an account: {@code ?q=member_ref:m-1&exact=true}. */
    private static void account(HttpExchange exchange) throws IOException {
        var query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        var member = query.replaceAll(".*member_ref:([^&]*).*", "$1");
        answer(exchange, """
                [{"id":"%1$s","username":"%1$s","email":"%1$s@members.example","emailVerified":true,"enabled":true,
                "attributes":{"member_ref":["%1$s"],"locale":["en"]}}]""".formatted(member).getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, byte[] json) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, json.length);
            exchange.getResponseBody().write(json);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String platform() {
        var claims = new JWTClaimsSet.Builder()
                .issuer(url() + "/realms/retrace")
                .subject("dating-platform")
                .audience("retrace-api")
                .claim("roles", List.of("platform"))
                .expirationTime(Date.from(Instant.now().plusSeconds(86_400)))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("bench").build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
