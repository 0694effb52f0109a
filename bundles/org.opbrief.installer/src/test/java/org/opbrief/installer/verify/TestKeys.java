package org.opbrief.installer.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertPath;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Keys, certificates and revocation lists, made once for all tests. {@code root} issued {@code inter}, which issued {@code desk} and all that have a
 * fault; {@code solo} and {@code weak} signed themselves; {@code double} has the name of {@code inter} and another key.
 */
public final class TestKeys {

    static final String PASSWORD = "changeit";
    /** The day of all tests. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-15T12:00:00Z"), ZoneOffset.UTC);

    private static final String AUTHORITY = "bc:c|ku=keyCertSign,cRLSign";
    private static final String SIGNER = "ku=digitalSignature|eku=codeSigning";
    private static TestKeys shared;

    private final Path folder;
    private final KeyStore store;

    private TestKeys(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        this.folder = folder;
        List<String> commands = new ArrayList<>();
        commands.add(key("root", "CN=Example root", AUTHORITY, "2020/01/01", 9000, "EC"));
        commands.add(key("inter", "CN=Example issuing", AUTHORITY, "2020/01/01", 9000, "EC") + "|-signer|root");
        commands.add(issued("desk", "CN=Report desk, O=Example", SIGNER, "2024/01/01", 4000));
        commands.add(issued("former", "CN=Former desk, O=Example", SIGNER, "2024/01/01", 4000));
        commands.add(issued("old", "CN=Old desk, O=Example", SIGNER, "2024/01/01", 425));
        commands.add(issued("future", "CN=New desk, O=Example", SIGNER, "2027/01/01", 4000));
        commands.add(issued("server", "CN=www.example.org", "eku=serverAuth", "2024/01/01", 4000));
        commands.add(issued("sealed", "CN=Encrypter", "ku=keyEncipherment", "2024/01/01", 4000));
        commands.add(key("lent", "CN=Borrower", SIGNER, "2024/01/01", 4000, "EC") + "|-signer|desk");
        commands.add(key("solo", "CN=Jo Analyst", SIGNER, "2024/01/01", 4000, "EC"));
        commands.add(key("oldsolo", "CN=Jo Before", SIGNER, "2024/01/01", 425, "EC"));
        commands.add(key("double", "CN=Example issuing", AUTHORITY, "2020/01/01", 9000, "EC"));
        commands.add(key("weak", "CN=Weak key", SIGNER, "2024/01/01", 4000, "RSA"));
        commands.add(list("inter", "inter", "former:1", "2026/06/01", 60));
        commands.add(list("stale", "inter", "future", "2025/01/01", 30));
        commands.add(list("forged", "double", "desk", "2026/06/01", 60));
        commands.add(list("later", "inter", "old", "2026/06/10", 60));
        commands.add(list("root", "root", "inter", "2026/06/01", 60));
        run(commands);
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            store.load(in, PASSWORD.toCharArray());
        }
    }

    public static synchronized TestKeys shared() {
        if (shared == null) {
            try {
                Path folder = Path.of("target", "test-keys").toAbsolutePath();
                Files.createDirectories(folder);
                Files.deleteIfExists(folder.resolve("keys.p12"));
                shared = new TestKeys(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (GeneralSecurityException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return shared;
    }

    private String issued(String alias, String subject, String extensions, String start, int days) {
        return key(alias, subject, extensions, start, days, "EC") + "|-signer|inter";
    }

    private String key(String alias, String subject, String extensions, String start, int days, String algorithm) {
        String size = algorithm.equals("EC") ? "-groupname|secp256r1" : "-keysize|512";
        StringBuilder command =
                new StringBuilder("-genkeypair|" + opened() + "|-alias|" + alias + "|-keyalg|" + algorithm);
        command.append('|').append(size).append("|-dname|").append(subject);
        command.append("|-startdate|")
                .append(start)
                .append(" 00:00:00|-validity|")
                .append(days);
        Arrays.stream(extensions.split("\\|"))
                .forEach(extension -> command.append("|-ext|").append(extension));
        return command.toString();
    }

    private String list(String name, String issuer, String revoked, String start, int days) {
        return "-gencrl|" + opened() + "|-rfc|-alias|" + issuer + "|-id|serial:" + revoked + "|-startdate|" + start
                + " 00:00:00|-validity|" + days + "|-file|" + folder.resolve(name + ".crl");
    }

    private String opened() {
        return "-keystore|" + store() + "|-storetype|PKCS12|-storepass|" + PASSWORD;
    }

    private void run(List<String> commands) throws IOException, InterruptedException {
        Path batch = Files.write(folder.resolve("batch.txt"), commands);
        Path log = folder.resolve("batch.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Duser.timezone=UTC",
                        "-Duser.language=en",
                        "--add-exports=java.base/sun.security.tools.keytool=ALL-UNNAMED",
                        "-cp",
                        Path.of("target", "test-classes").toAbsolutePath().toString(),
                        KeytoolBatch.class.getName(),
                        batch.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + Files.readString(log));
        }
    }

    /** PKCS #12. */
    public Path store() {
        return folder.resolve("keys.p12");
    }

    /**
     * {@code inter} revokes {@code former}; {@code stale} is of the same issuer and out of date, {@code later} newer; {@code forged} is of
     * {@code double}; {@code root} revokes {@code inter}.
     */
    public Path list(String name) {
        return folder.resolve(name + ".crl");
    }

    public X509Certificate certificate(String alias) {
        try {
            return (X509Certificate) store.getCertificate(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    PrivateKey key(String alias) {
        try {
            return (PrivateKey) store.getKey(alias, PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    CertPath chain(String alias) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertPath(Arrays.asList(store.getCertificateChain(alias)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate as PEM. */
    public Path pem(String alias) throws IOException {
        try {
            return Files.writeString(
                    folder.resolve(alias + ".pem"),
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(certificate(alias).getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
