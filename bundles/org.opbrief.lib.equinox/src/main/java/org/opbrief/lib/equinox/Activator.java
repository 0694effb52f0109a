package org.opbrief.lib.equinox;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import org.eclipse.equinox.log.ExtendedLogReaderService;
import org.eclipse.equinox.log.ExtendedLogService;
import org.eclipse.osgi.framework.log.FrameworkLog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.osgi.service.debug.DebugOptions;
import org.eclipse.osgi.service.environment.EnvironmentInfo;
import org.eclipse.osgi.service.localization.BundleLocalization;
import org.eclipse.osgi.service.runnable.ApplicationLauncher;
import org.eclipse.osgi.service.urlconversion.URLConverter;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.service.log.LogReaderService;
import org.osgi.service.log.LogService;
import org.osgi.service.log.LoggerFactory;

/**
 * Registers the services. The framework's properties say where things are: {@code osgi.os}, {@code osgi.ws},
 * {@code osgi.arch}, and the areas ({@code osgi.instance.area} and the others) as URLs of folders.
 */
public final class Activator implements BundleActivator {

    private static final List<String> AREAS = List.of(
            Location.INSTALL_AREA_TYPE,
            Location.ECLIPSE_HOME_LOCATION_TYPE,
            Location.CONFIGURATION_AREA_TYPE,
            Location.INSTANCE_AREA_TYPE,
            Location.USER_AREA_TYPE);

    @Override
    public void start(BundleContext context) throws IOException {
        Environment environment = new Environment(context);
        register(context, EnvironmentInfo.class, environment, Map.of());
        for (String area : AREAS) {
            URL place = new URL(environment.getProperty(area));
            register(
                    context,
                    Location.class,
                    new Area(place),
                    Map.of(Location.SERVICE_PROPERTY_TYPE, area, "url", place.toExternalForm()));
        }
        registerLog(context, environment);
        register(context, DebugOptions.class, new NoTracing(), Map.of());
        register(context, BundleLocalization.class, new BundleTexts(), Map.of());
        register(context, URLConverter.class, new BundleUrls(context), Map.of("protocol", "bundle"));
        // the extension registry asks for parsers as services
        register(context, SAXParserFactory.class, SAXParserFactory.newInstance(), Map.of());
        register(context, DocumentBuilderFactory.class, DocumentBuilderFactory.newInstance(), Map.of());
        MainThread main = new MainThread();
        register(context, ApplicationLauncher.class, main, Map.of());
        register(context, Callable.class, main, Map.of("main.thread", true));
    }

    private static void registerLog(BundleContext context, Environment environment) {
        Path area = Path.of(URI.create(environment.getProperty(Location.INSTANCE_AREA_TYPE)));
        LogFile file = new LogFile(area.resolve("log.txt"));
        LogReader reader = new LogReader(file);
        register(context, FrameworkLog.class, file, Map.of());
        context.registerService(
                new String[] {ExtendedLogReaderService.class.getName(), LogReaderService.class.getName()},
                reader,
                null);
        context.registerService(
                new String[] {
                    ExtendedLogService.class.getName(), LogService.class.getName(), LoggerFactory.class.getName()
                },
                Loggers.service(context.getBundle(), reader),
                null);
        context.addFrameworkListener(event -> {
            if (event.getType() == FrameworkEvent.ERROR) {
                file.log(event);
            }
        });
    }

    private static <T> void register(BundleContext context, Class<T> type, T service, Map<String, ?> properties) {
        context.registerService(type, service, new Hashtable<>(properties));
    }

    @Override
    public void stop(BundleContext context) {}
}
