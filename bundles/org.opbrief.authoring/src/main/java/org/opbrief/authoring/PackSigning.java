package org.opbrief.authoring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import jdk.security.jarsigner.JarSignerException;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.pack.PackAuthoring.Signer;
import org.opbrief.api.pack.PackException;

/** Signs jars with a key of a keystore. */
final class PackSigning {

    /** As Java names the files of a signature. */
    private static final String SIGNED = "META-INF/SIGNER.SF";

    private static final String BLOCK = "META-INF/SIGNER.RSA";

    private PackSigning() {}

    static byte[] sign(byte[] jar, Signer signer) throws PackException, IOException {
        KeyStore.PrivateKeyEntry key = key(signer);
        Path unsigned = Files.createTempFile("opbrief", ".jar");
        try {
            Files.write(unsigned, jar);
            return sign(unsigned, key);
        } catch (JarSignerException e) {
            throw new PackException(
                    "The pack cannot be signed with the key of " + signer.keystore() + ": " + innermost(e) + ".", e);
        } catch (LinkageError e) {
            throw new PackException(
                    "This Java (" + System.getProperty("java.home") + ") cannot sign, since it lacks the module"
                            + " jdk.jartool: use a full JDK of version 17 or later.",
                    e);
        } finally {
            Files.deleteIfExists(unsigned);
        }
    }

    private static byte[] sign(Path unsigned, KeyStore.PrivateKeyEntry key) throws IOException, PackException {
        JarSigner signer = new JarSigner.Builder(key).build();
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(unsigned.toFile())) {
            signer.sign(zip, signed);
        }
        SortedMap<String, byte[]> content = PackJar.read(signed.toByteArray());
        if (SignatureBlock.knows(signer.getSignatureAlgorithm())) {
            content.replace(BLOCK, block(content.get(SIGNED), key, signer.getSignatureAlgorithm()));
        }
        return PackJar.write(content.remove(PackJar.MANIFEST), content);
    }

    private static byte[] block(byte[] signed, KeyStore.PrivateKeyEntry key, String algorithm) throws PackException {
        try {
            return SignatureBlock.of(signed, key, algorithm);
        } catch (GeneralSecurityException e) {
            throw new PackException("The pack cannot be signed: " + innermost(e) + ".", e);
        }
    }

    private static KeyStore.PrivateKeyEntry key(Signer signer) throws PackException {
        KeyStore keystore = open(signer);
        try {
            String alias = alias(keystore, signer);
            PrivateKey key = (PrivateKey) keystore.getKey(alias, signer.password());
            Certificate[] chain = keystore.getCertificateChain(alias);
            checkDate((X509Certificate) chain[0], alias, signer.keystore());
            return new KeyStore.PrivateKeyEntry(key, chain);
        } catch (UnrecoverableKeyException e) {
            throw new PackException(
                    "The key in the keystore " + signer.keystore() + " has another password than the keystore; give it"
                            + " the same with 'keytool -keypasswd'.",
                    e);
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new PackException(
                    "The key in the keystore " + signer.keystore() + " cannot be used: " + innermost(e) + ".", e);
        }
    }

    private static KeyStore open(Signer signer) throws PackException {
        Path file = signer.keystore();
        if (!Files.isRegularFile(file)) {
            throw new PackException("There is no keystore " + file
                    + "; make one with 'keytool -genkeypair -keyalg EC -alias me -keystore " + file + "'.");
        }
        try {
            return KeyStore.getInstance(file.toFile(), signer.password());
        } catch (KeyStoreException e) {
            throw new PackException("The file " + file + " is no keystore; PKCS #12 (.p12) and JKS are read.", e);
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new PackException("The password does not open the keystore " + file + ".", e);
            }
            throw new PackException("The keystore " + file + " cannot be read: " + innermost(e) + ".", e);
        } catch (GeneralSecurityException e) {
            throw new PackException("The keystore " + file + " cannot be read: " + innermost(e) + ".", e);
        }
    }

    private static String alias(KeyStore keystore, Signer signer) throws KeyStoreException, PackException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(keystore.aliases())) {
            if (keystore.isKeyEntry(alias) && keystore.getCertificateChain(alias) != null) {
                keys.add(alias);
            }
        }
        Collections.sort(keys);
        if (keys.isEmpty()) {
            throw new PackException("The keystore " + signer.keystore() + " has no key to sign with.");
        }
        if (signer.alias().isPresent()) {
            String wanted = signer.alias().get();
            return keys.stream()
                    .filter(wanted::equalsIgnoreCase)
                    .findFirst()
                    .orElseThrow(() -> new PackException("The keystore " + signer.keystore() + " has no key '" + wanted
                            + "'" + Nearest.hint(wanted, keys)));
        }
        if (keys.size() > 1) {
            throw new PackException("The keystore " + signer.keystore() + " has several keys (" + Nearest.list(keys)
                    + "); say which one.");
        }
        return keys.get(0);
    }

    private static void checkDate(X509Certificate certificate, String alias, Path keystore)
            throws CertificateException, PackException {
        String which = "The certificate of the key '" + alias + "' in " + keystore;
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException e) {
            throw new PackException(
                    which + " expired on " + day(certificate.getNotAfter())
                            + ", so that no workspace would trust the pack: renew it.",
                    e);
        } catch (CertificateNotYetValidException e) {
            throw new PackException(which + " is valid from " + day(certificate.getNotBefore()) + " on only.", e);
        }
    }

    private static LocalDate day(Date date) {
        return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String innermost(Throwable e) {
        Throwable innermost = e;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null ? innermost.getClass().getSimpleName() : message.replaceFirst("\\.+$", "");
    }
}
