package org.opbrief.launcher;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.osgi.framework.BundleContext;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;
import org.osgi.framework.hooks.weaving.WovenClassListener;

/**
 * Makes the archive of classes complete. Java archives a class of a bundle only if it was linked, and then only with all
 * that it extends; an interface is seldom linked by itself, and a library stays out of the archive for its sake.
 */
final class ClassLinking implements WeavingHook, WovenClassListener {

    private final Queue<Class<?>> defined = new ConcurrentLinkedQueue<>();

    void register(BundleContext context) {
        context.registerService(WovenClassListener.class, this, null);
        context.registerService(WeavingHook.class, this, null);
    }

    /** Changes nothing; but listeners hear only of classes that a hook has seen. */
    @Override
    public void weave(WovenClass woven) {}

    @Override
    public void modified(WovenClass woven) {
        if (woven.getState() == WovenClass.DEFINED) {
            defined.add(woven.getDefinedClass());
        }
    }

    /** Links all classes that bundles have loaded, and those that are loaded for it. */
    void link() {
        for (Class<?> type = defined.poll(); type != null; type = defined.poll()) {
            try {
                // the one thing to ask of a class that links it, interface or not, and runs nothing of it
                type.getDeclaredFields();
            } catch (LinkageError e) {
                // refers to something that is not there: it stays out of the archive
            }
        }
    }
}
