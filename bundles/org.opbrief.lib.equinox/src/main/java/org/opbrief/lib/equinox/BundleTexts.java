package org.opbrief.lib.equinox;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import org.eclipse.osgi.service.localization.BundleLocalization;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** The texts that a bundle's manifest names, its fragments' included; what a language lacks is in the default one. */
final class BundleTexts implements BundleLocalization {

    private static final class Texts extends ResourceBundle {

        private final Properties properties;

        Texts(Properties properties) {
            this.properties = properties;
        }

        @Override
        protected Object handleGetObject(String key) {
            return properties.getProperty(key);
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(properties.stringPropertyNames());
        }
    }

    /** @return null if the bundle has none, as Eclipse expects */
    @Override
    public ResourceBundle getLocalization(Bundle bundle, String locale) {
        String header = bundle.getHeaders("").get(Constants.BUNDLE_LOCALIZATION);
        String base = header == null ? Constants.BUNDLE_LOCALIZATION_DEFAULT_BASENAME : header;
        int slash = base.lastIndexOf('/');
        String folder = slash < 0 ? "/" : base.substring(0, slash);
        Properties texts = new Properties();
        for (String ending : endings(locale == null ? Locale.getDefault().toString() : locale)) {
            Enumeration<URL> files =
                    bundle.findEntries(folder, base.substring(slash + 1) + ending + ".properties", false);
            while (files != null && files.hasMoreElements()) {
                add(texts, files.nextElement());
            }
        }
        return texts.isEmpty() ? null : new Texts(texts);
    }

    private static void add(Properties texts, URL file) {
        try (InputStream in = file.openStream()) {
            texts.load(in);
        } catch (IOException e) {
            // then the other files' texts are used
        }
    }

    /** For {@code es_MX}: none, _es, _es_MX. */
    private static List<String> endings(String locale) {
        List<String> endings = new ArrayList<>(List.of(""));
        StringBuilder ending = new StringBuilder();
        for (String part : locale.isEmpty() ? new String[0] : locale.split("_")) {
            endings.add(ending.append('_').append(part).toString());
        }
        return endings;
    }
}
