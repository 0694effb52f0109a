package org.opbrief.authoring;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Map;

/**
 * The block that holds the RSA signature of a jar: PKCS #7 (RFC 2315, 9) without signed attributes. Java writes one of these attributes, the time,
 * into each block, so that no two would be the same.
 */
final class SignatureBlock {

    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int INSIDE = 0xA0;

    private static final byte[] VERSION = der(INTEGER, new byte[] {1});
    private static final byte[] SIGNED_DATA = HexFormat.of().parseHex("06092a864886f70d010702");
    private static final byte[] DATA = HexFormat.of().parseHex("06092a864886f70d010701");
    private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500");

    /** Algorithms of the hash, by the name of the signature's. */
    private static final Map<String, byte[]> HASHES = Map.of(
            "SHA256withRSA", HexFormat.of().parseHex("06096086480165030402010500"),
            "SHA384withRSA", HexFormat.of().parseHex("06096086480165030402020500"),
            "SHA512withRSA", HexFormat.of().parseHex("06096086480165030402030500"));

    private SignatureBlock() {}

    /** Whether it can be made with that algorithm, e.g. {@code SHA256withRSA}. */
    static boolean knows(String algorithm) {
        return HASHES.containsKey(algorithm);
    }

    /** @param signed the signature file */
    static byte[] of(byte[] signed, KeyStore.PrivateKeyEntry key, String algorithm) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key.getPrivateKey());
        signature.update(signed);
        byte[] hash = der(SEQUENCE, HASHES.get(algorithm));
        X509Certificate signer = (X509Certificate) key.getCertificate();
        byte[] signerInfo = der(
                SEQUENCE,
                VERSION,
                der(SEQUENCE, signer.getIssuerX500Principal().getEncoded(), integer(signer.getSerialNumber())),
                hash,
                der(SEQUENCE, RSA),
                der(OCTETS, signature.sign()));
        ByteArrayOutputStream chain = new ByteArrayOutputStream();
        for (Certificate certificate : key.getCertificateChain()) {
            chain.writeBytes(certificate.getEncoded());
        }
        byte[] signedData = der(
                SEQUENCE,
                VERSION,
                der(SET, hash),
                der(SEQUENCE, DATA),
                der(INSIDE, chain.toByteArray()),
                der(SET, signerInfo));
        return der(SEQUENCE, SIGNED_DATA, der(INSIDE, signedData));
    }

    private static byte[] integer(BigInteger value) {
        return der(INTEGER, value.toByteArray());
    }

    /** A value in the distinguished encoding (X.690, 8.1): what it is, its length, its content. */
    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(tag);
        if (content.size() < 0x80) {
            value.write(content.size());
        } else {
            byte[] length = BigInteger.valueOf(content.size()).toByteArray();
            int from = length[0] == 0 ? 1 : 0;
            value.write(0x80 | length.length - from);
            value.write(length, from, length.length - from);
        }
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }
}
