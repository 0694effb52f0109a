package org.opbrief.lib.equinox;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.osgi.service.environment.EnvironmentInfo;
import org.osgi.framework.BundleContext;

/** What the framework's properties say of where it runs. There are no arguments: the command line is not Eclipse's. */
final class Environment implements EnvironmentInfo {

    private final BundleContext context;
    private final Map<String, String> own = new ConcurrentHashMap<>();

    Environment(BundleContext context) {
        this.context = context;
    }

    @Override
    public String[] getCommandLineArgs() {
        return new String[0];
    }

    @Override
    public String[] getFrameworkArgs() {
        return new String[0];
    }

    @Override
    public String[] getNonFrameworkArgs() {
        return new String[0];
    }

    @Override
    public String getOS() {
        return getProperty("osgi.os");
    }

    @Override
    public String getWS() {
        return getProperty("osgi.ws");
    }

    @Override
    public String getOSArch() {
        return getProperty("osgi.arch");
    }

    @Override
    public String getNL() {
        return Locale.getDefault().toString();
    }

    @Override
    public boolean inDebugMode() {
        return false;
    }

    @Override
    public boolean inDevelopmentMode() {
        return false;
    }

    @Override
    public String getProperty(String key) {
        String value = own.get(key);
        return value != null ? value : context.getProperty(key);
    }

    /** As in Equinox, it is a system property from then on. */
    @Override
    public String setProperty(String key, String value) {
        if (value == null) {
            System.clearProperty(key);
            return own.remove(key);
        }
        System.setProperty(key, value);
        return own.put(key, value);
    }
}
