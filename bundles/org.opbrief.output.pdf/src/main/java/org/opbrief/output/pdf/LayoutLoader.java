package org.opbrief.output.pdf;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.util.Map;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.design.JRAbstractJavaCompiler;

/**
 * The context class loader for a report's own layout: classes of JasperReports only, and files beside the layout, e.g. its
 * images. When it is closed, JasperReports forgets the classes that it made for the layout's expressions.
 */
final class LayoutLoader extends ClassLoader implements AutoCloseable {
    private final URL layout;

    LayoutLoader(URL layout) {
        super(JasperPrint.class.getClassLoader());
        this.layout = layout;
    }

    @Override
    protected URL findResource(String name) {
        try {
            URL beside = new URL(layout, name);
            // a name such as file:/etc/passwd is no file beside the layout
            boolean relative = beside.getProtocol().equals(layout.getProtocol())
                    && beside.getPath().startsWith(folder(layout.getPath()))
                    && !beside.getPath().contains("/../");
            if (!relative) {
                return null;
            }
            beside.openStream().close();
            return beside;
        } catch (IOException e) {
            return null;
        }
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        try {
            // there is no other way; without it the classes stay until memory is short
            Field cache = JRAbstractJavaCompiler.class.getDeclaredField("classCache");
            cache.setAccessible(true);
            Map<?, ?> classes = (Map<?, ?>) cache.get(null);
            synchronized (JRAbstractJavaCompiler.class) {
                classes.remove(this);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JasperReports keeps its classes in another way than it did", e);
        }
    }
}
