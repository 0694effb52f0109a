package org.opbrief.output.pdf;

/** JasperReports looks for extensions, fonts and classes through the thread's context class loader. */
final class WithLoader {
    /**
     * What is done.
     *
     * @param <T> what it gives
     * @param <E> how it fails
     */
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    private WithLoader() {}

    /** Does it with that context class loader. */
    static <T, E extends Exception> T call(ClassLoader loader, Work<T, E> work) throws E {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
