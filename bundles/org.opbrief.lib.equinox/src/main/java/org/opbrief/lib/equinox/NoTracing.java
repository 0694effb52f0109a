package org.opbrief.lib.equinox;

import java.io.File;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.eclipse.osgi.service.debug.DebugOptions;
import org.eclipse.osgi.service.debug.DebugTrace;

/** Eclipse's tracing of itself is off. */
final class NoTracing implements DebugOptions {

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean getBooleanOption(String option, boolean defaultValue) {
        return defaultValue;
    }

    @Override
    public int getIntegerOption(String option, int defaultValue) {
        return defaultValue;
    }

    /** There is none, for which Eclipse expects null. */
    @Override
    public String getOption(String option) {
        return null;
    }

    @Override
    public String getOption(String option, String defaultValue) {
        return defaultValue;
    }

    @Override
    public Map<String, String> getOptions() {
        return Map.of();
    }

    @Override
    public void setDebugEnabled(boolean value) {}

    @Override
    public void setOption(String option, String value) {}

    @Override
    public void setOptions(Map<String, String> options) {}

    @Override
    public void removeOption(String option) {}

    @Override
    public void setFile(File newFile) {}

    @Override
    public File getFile() {
        return null;
    }

    @Override
    public DebugTrace newDebugTrace(String bundle) {
        return newDebugTrace(bundle, NoTracing.class);
    }

    @Override
    public DebugTrace newDebugTrace(String bundle, Class<?> entryClass) {
        return (DebugTrace) Proxy.newProxyInstance(
                NoTracing.class.getClassLoader(),
                new Class<?>[] {DebugTrace.class},
                (proxy, method, arguments) -> method.getReturnType() == boolean.class ? false : null);
    }
}
