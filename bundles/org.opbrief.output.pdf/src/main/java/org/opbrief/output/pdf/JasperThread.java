package org.opbrief.output.pdf;

import java.util.Optional;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.extensions.ExtensionsEnvironment;
import net.sf.jasperreports.extensions.ExtensionsRegistry;

/**
 * Prepares a thread for JasperReports, which looks for classes and files through the context class loader and for fonts
 * through a registry of the thread.
 */
final class JasperThread {
    /**
     * What is done.
     *
     * @param <T> what it gives
     * @param <E> how it fails
     */
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    private Optional<Fonts> fonts = Optional.empty();

    /** Does it with that context class loader. */
    <T, E extends Exception> T call(ClassLoader loader, Work<T, E> work) throws E {
        Thread thread = Thread.currentThread();
        ClassLoader loaderBefore = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            ExtensionsRegistry registryBefore = ExtensionsEnvironment.getThreadExtensionsRegistry();
            ExtensionsEnvironment.setThreadExtensionsRegistry(fonts());
            try {
                return work.run();
            } finally {
                if (registryBefore == null) {
                    ExtensionsEnvironment.resetThreadExtensionsRegistry();
                } else {
                    ExtensionsEnvironment.setThreadExtensionsRegistry(registryBefore);
                }
            }
        } finally {
            thread.setContextClassLoader(loaderBefore);
        }
    }

    /** Made when it is needed first, with the context class loader set: JasperReports reads its properties then. */
    synchronized Fonts fonts() {
        if (fonts.isEmpty()) {
            DefaultJasperReportsContext context = DefaultJasperReportsContext.getInstance();
            // before the first fill, since a class that is loaded without the filter stays in a cache
            context.setProperty("net.sf.jasperreports.report.class.filter.enabled", "true");
            // a layout opens what lies beside it, through its class loader, and no other file or address
            context.setProperty("net.sf.jasperreports.default.file.repository.enabled", "false");
            context.setProperty("net.sf.jasperreports.repository.url.filter.enabled", "true");
            // tables that can be sorted with a mouse have elements that no page has
            context.setProperty("net.sf.jasperreports.components.table.interactive", "false");
            fonts = Optional.of(new Fonts());
        }
        return fonts.get();
    }
}
