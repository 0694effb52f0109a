package org.opbrief.installer.verify;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/**
 * Runs many commands of the JDK's {@code keytool} in one process, a line each, with {@code |} between the arguments. {@code serial:ALIAS} stands
 * for a certificate's number, and may have the number of a reason behind it.
 */
public final class KeytoolBatch {

    private KeytoolBatch() {}

    public static void main(String[] arguments) throws Exception {
        Method keytool = Class.forName("sun.security.tools.keytool.Main").getMethod("main", String[].class);
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            String[] command = line.split("\\|");
            String store = command[Arrays.asList(command).indexOf("-keystore") + 1];
            for (int i = 0; i < command.length; i++) {
                if (command[i].startsWith("serial:")) {
                    String[] parts = command[i].split(":");
                    command[i] = serial(store, parts[1]) + (parts.length > 2 ? ":" + parts[2] : "");
                }
            }
            keytool.invoke(null, (Object) command);
        }
    }

    private static String serial(String store, String alias) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(store))) {
            keys.load(in, TestKeys.PASSWORD.toCharArray());
        }
        return ((X509Certificate) keys.getCertificate(alias)).getSerialNumber().toString();
    }
}
