package org.opbrief.api.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The seal of an agency: an image in PNG, checked and without anything but its picture. */
public final class Seal {
    /** Pixels of the longer side at most. */
    public static final int LARGEST = 800;

    private final byte[] png;
    private final int width;
    private final int height;
    private final String sha256;

    /**
     * @param png of at most {@link #LARGEST} pixels each way
     * @param width in pixels
     * @param height in pixels
     */
    public Seal(byte[] png, int width, int height) {
        this.png = png.clone();
        this.width = width;
        this.height = height;
        this.sha256 = sha256(png);
    }

    /** The file's bytes. */
    public byte[] png() {
        return png.clone();
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** Of the file, in hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seal seal && seal.sha256.equals(sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return "Seal[" + width + " × " + height + ", " + sha256 + "]";
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
