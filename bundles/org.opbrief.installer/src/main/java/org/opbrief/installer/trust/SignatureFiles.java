package org.opbrief.installer.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.opbrief.api.pack.PackException;

/**
 * The files in {@code META-INF} that make a signature: {@code X.SF} tells the digest of the manifest, which tells those of the entries, and
 * {@code X.RSA}, {@code .EC} or {@code .DSA} signs {@code X.SF}. Java takes a jar for unsigned if one of them is damaged, and lets a manifest
 * grow after it was signed; a pack is refused then.
 */
final class SignatureFiles {

    /** Ends sentences about what was changed. */
    static final String CHANGED = "; do not install it, get it again from its author.";

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final Pattern LISTING = Pattern.compile("META-INF/[^/]+\\.SF");
    private static final Pattern BLOCK = Pattern.compile("META-INF/[^/]+\\.(RSA|DSA|EC)");
    private static final String MANIFEST_DIGEST = "-DIGEST-MANIFEST";
    private static final int LARGEST = 8 << 20;
    private static final int SHORTEST_KEY = 1024;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    /** Algorithms of certificates and signatures that nobody should use, by their DER encoded object identifiers. */
    private static final Map<String, String> UNSAFE = new TreeMap<>(Map.of(
            "06082a864886f70d0202", "MD2",
            "06082a864886f70d0205", "MD5",
            "06092a864886f70d010104", "MD5",
            "06052b0e03021a", "SHA-1",
            "06092a864886f70d010105", "SHA-1"));

    private final String source;
    private final byte[] manifest;
    private final Map<String, byte[]> listings;
    private final Map<String, byte[]> blocks;

    /** What makes Java check the signature files. */
    @FunctionalInterface
    interface Check {
        void run() throws IOException;
    }

    private SignatureFiles(String source, byte[] manifest, Map<String, byte[]> listings, Map<String, byte[]> blocks) {
        this.source = source;
        this.manifest = manifest;
        this.listings = listings;
        this.blocks = blocks;
    }

    /** @throws PackException if a part of a signature is missing */
    static SignatureFiles of(JarFile jar, String source) throws IOException, PackException {
        Map<String, byte[]> listings = new TreeMap<>();
        Map<String, byte[]> blocks = new TreeMap<>();
        byte[] manifest = {};
        for (JarEntry entry : jar.stream().toList()) {
            String name = upper(entry.getName());
            if (LISTING.matcher(name).matches()) {
                listings.put(stem(name), bytes(jar, entry, source));
            } else if (BLOCK.matcher(name).matches()) {
                blocks.put(stem(name), bytes(jar, entry, source));
            } else if (name.equals(MANIFEST)) {
                manifest = bytes(jar, entry, source);
            }
        }
        for (String stem : listings.keySet()) {
            if (!blocks.containsKey(stem)) {
                throw new PackException("%s: its signature is incomplete, %s.SF has no %s.RSA, .EC or .DSA beside it%s"
                        .formatted(source, stem, stem, CHANGED));
            }
        }
        for (String stem : blocks.keySet()) {
            if (!listings.containsKey(stem)) {
                throw new PackException(
                        "%s: its signature is incomplete, %s.SF is missing%s".formatted(source, stem, CHANGED));
            }
        }
        return new SignatureFiles(source, manifest, listings, blocks);
    }

    boolean none() {
        return listings.isEmpty();
    }

    /** Whether an entry is part of the signature, and so not signed itself. */
    boolean isExempt(String entry) {
        String name = upper(entry);
        return name.equals(MANIFEST)
                || LISTING.matcher(name).matches()
                || BLOCK.matcher(name).matches();
    }

    /** @throws PackException if the manifest, or a signature file, was changed after it was signed, or is damaged */
    void checkManifest(Check check) throws IOException, PackException {
        Optional<String> stale = Optional.empty();
        for (Map.Entry<String, byte[]> listing : listings.entrySet()) {
            if (!tellsManifest(listing.getKey(), listing.getValue())) {
                stale = Optional.of(listing.getKey());
            }
        }
        try {
            check.run();
        } catch (SecurityException e) {
            if (stale.isPresent()) {
                throw manifestChanged(stale.get());
            }
            throw new PackException(
                    "%s: its signature does not fit: %s was changed after it was made%s"
                            .formatted(
                                    source,
                                    listings.keySet().stream()
                                            .map(stem -> stem + ".SF or the file beside it")
                                            .collect(Collectors.joining(", ")),
                                    CHANGED),
                    e);
        }
        if (stale.isPresent()) {
            throw manifestChanged(stale.get());
        }
    }

    private PackException manifestChanged(String stale) {
        if (listings.size() > 1) {
            return new PackException(
                    "%s: it is signed more than once, and META-INF/MANIFEST.MF was changed after %s.SF was made; all must sign the same, ask its author to sign it again."
                            .formatted(source, stale));
        }
        return new PackException(source + ": META-INF/MANIFEST.MF was changed after the pack was signed" + CHANGED);
    }

    private boolean tellsManifest(String stem, byte[] listing) throws PackException {
        Attributes attributes;
        try {
            attributes = new Manifest(new ByteArrayInputStream(listing)).getMainAttributes();
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(stem + ".SF", e);
        }
        boolean told = false;
        for (Map.Entry<Object, Object> attribute : attributes.entrySet()) {
            String name = upper(attribute.getKey().toString());
            if (name.endsWith(MANIFEST_DIGEST)) {
                told = true;
                String algorithm = name.substring(0, name.length() - MANIFEST_DIGEST.length());
                if (!attribute.getValue().equals(digest(algorithm, stem))) {
                    return false;
                }
            }
        }
        if (!told) {
            throw damaged(stem + ".SF", null);
        }
        return true;
    }

    private String digest(String algorithm, String stem) throws PackException {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance(algorithm).digest(manifest));
        } catch (NoSuchAlgorithmException e) {
            throw new PackException(
                    "%s: %s.SF uses %s, which Java does not know; ask for a pack that is signed with SHA-256."
                            .formatted(source, stem, Certificates.plain(algorithm)),
                    e);
        }
    }

    /** Why Java does not tell a signer although there are signature files. */
    PackException uncheckable() {
        Set<String> unsafe = new LinkedHashSet<>();
        for (Map.Entry<String, byte[]> block : blocks.entrySet()) {
            try {
                for (Certificate certificate : CertificateFactory.getInstance("X.509")
                        .generateCertPath(new ByteArrayInputStream(block.getValue()), "PKCS7")
                        .getCertificates()) {
                    X509Certificate x509 = (X509Certificate) certificate;
                    if (x509.getBasicConstraints() < 0 && !maySign(x509)) {
                        return new PackException(
                                "%s: it is signed by %s, whose certificate is not made for signing, so the signature proves nothing; ask its author to sign it with another."
                                        .formatted(source, Certificates.subject(x509)));
                    }
                    if (x509.getPublicKey() instanceof RSAKey key
                            && key.getModulus().bitLength() < SHORTEST_KEY) {
                        unsafe.add("RSA, %d bits".formatted(key.getModulus().bitLength()));
                    }
                }
            } catch (CertificateException e) {
                return damaged(block.getKey() + " (.RSA, .EC or .DSA)", e);
            }
        }
        unsafe.addAll(unsafeAlgorithms());
        return new PackException(
                "%s: it is signed with an algorithm or a key length%s that is no longer safe, so the signature proves nothing; ask its author to sign it again."
                        .formatted(source, unsafe.isEmpty() ? "" : " (" + String.join(", ", unsafe) + ")"));
    }

    private static boolean maySign(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage == null || usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION];
    }

    private Set<String> unsafeAlgorithms() {
        Set<String> unsafe = new LinkedHashSet<>();
        for (byte[] listing : listings.values()) {
            String text = upper(new String(listing, StandardCharsets.ISO_8859_1));
            if (text.contains("MD5" + MANIFEST_DIGEST)) {
                unsafe.add("MD5");
            }
            if (text.contains("SHA1" + MANIFEST_DIGEST) || text.contains("SHA" + MANIFEST_DIGEST)) {
                unsafe.add("SHA-1");
            }
        }
        for (byte[] block : blocks.values()) {
            String hex = HexFormat.of().formatHex(block);
            UNSAFE.forEach((oid, name) -> {
                if (hex.contains(oid)) {
                    unsafe.add(name);
                }
            });
        }
        return unsafe;
    }

    private PackException damaged(String file, Exception cause) {
        return new PackException(
                "%s: its signature cannot be read, %s is damaged%s".formatted(source, file, CHANGED), cause);
    }

    private static String stem(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static byte[] bytes(JarFile jar, JarEntry entry, String source) throws IOException, PackException {
        // an unchecked look: the signature is checked when entries are read in full
        try (ZipFile zip = new ZipFile(jar.getName());
                InputStream in = zip.getInputStream(zip.getEntry(entry.getName()))) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new PackException(
                        "%s: %s is larger than 8 MiB, which no signature is; ask its author to sign it again."
                                .formatted(source, entry.getName()));
            }
            return bytes;
        }
    }
}
