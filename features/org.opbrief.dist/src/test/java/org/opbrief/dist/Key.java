package org.opbrief.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/**
 * A key to sign with, made by the JDK's keytool.
 *
 * @param certificate PEM
 */
record Key(Path keystore, Path certificate) {
    static final String PASSWORD = "not-a-secret";

    /** One that vouches for itself. */
    static Key selfSigned(Path folder, String name, String start, int days) throws Exception {
        Key key = new Key(folder.resolve(name + ".p12"), folder.resolve(name + ".pem"));
        keytool(
                key.keystore,
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name + ", O=Example",
                "-startdate",
                start,
                "-validity",
                String.valueOf(days),
                "-ext",
                "KeyUsage=digitalSignature,keyCertSign",
                "-ext",
                "ExtendedKeyUsage=codeSigning",
                "-ext",
                "BasicConstraints=ca:true");
        keytool(key.keystore, "-exportcert", "-rfc", "-alias", name, "-file", key.certificate.toString());
        return key;
    }

    /** One that this one vouches for. */
    Key issue(Path folder, String name) throws Exception {
        Key key = selfSigned(folder, name, "-1d", 3650);
        Path request = folder.resolve(name + ".request");
        keytool(key.keystore, "-certreq", "-alias", name, "-file", request.toString());
        keytool(
                keystore,
                "-gencert",
                "-rfc",
                "-alias",
                alias(),
                "-infile",
                request.toString(),
                "-outfile",
                key.certificate.toString(),
                "-validity",
                "3650",
                "-ext",
                "KeyUsage=digitalSignature",
                "-ext",
                "ExtendedKeyUsage=codeSigning");
        Path chain = folder.resolve(name + ".chain");
        Files.writeString(chain, Files.readString(key.certificate) + Files.readString(certificate));
        keytool(key.keystore, "-importcert", "-noprompt", "-alias", name, "-file", chain.toString());
        return key;
    }

    String alias() {
        return keystore.getFileName().toString().replace(".p12", "");
    }

    Path sign(Path jar) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            store.load(in, PASSWORD.toCharArray());
        }
        var entry = (KeyStore.PrivateKeyEntry)
                store.getEntry(alias(), new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
        Path signed = jar.resolveSibling(jar.getFileName() + ".signed");
        try (ZipFile zip = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(entry).signerName("SIGNER").build().sign(zip, out);
        }
        Files.delete(jar);
        return Files.move(signed, jar);
    }

    private static void keytool(Path keystore, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-J-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", keystore.toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + command);
        }
    }
}
