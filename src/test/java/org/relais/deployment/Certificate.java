package org.relais.deployment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for a proxy of the tests, made by the JDK's own tool.
 *
 * @param pem certificate and key in one file, as the proxy reads it
 * @param trust trusts this certificate and no other
 */
record Certificate(Path pem, SSLContext trust) {

    private static final char[] PASSWORD = "certificate".toCharArray();

    static Certificate create(Path folder, String... hosts) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        var store = folder.resolve("certificate.p12");
        if (!fresh(store)) {
            Files.deleteIfExists(store);
            make(store, hosts);
        }
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        var certificate = keys.getCertificate("proxy");
        var pem = folder.resolve("certificate.pem");
        Files.writeString(
                pem,
                block("CERTIFICATE", certificate.getEncoded())
                        + block("PRIVATE KEY", keys.getKey("proxy", PASSWORD).getEncoded()));
        return new Certificate(pem, trusting(certificate));
    }

    /** One certificate serves all tests of a folder. */
    private static boolean fresh(Path store) throws IOException {
        return Files.exists(store)
                && Files.getLastModifiedTime(store)
                        .toInstant()
                        .isAfter(Instant.now().minus(1, ChronoUnit.DAYS));
    }

    private static void make(Path store, String... hosts) throws IOException {
        var names = "SAN=dns:" + String.join(",dns:", hosts) + ",ip:127.0.0.1";
        var tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "proxy",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + hosts[0],
                        "-ext",
                        names,
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        var said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!Files.exists(store)) {
            throw new IOException("keytool made no certificate: " + said);
        }
    }

    private static SSLContext trusting(java.security.cert.Certificate certificate)
            throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("proxy", certificate);
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static String block(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }
}
