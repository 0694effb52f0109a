package org.opbrief.lib.equinox;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.equinox.log.ExtendedLogService;
import org.eclipse.equinox.log.Logger;
import org.osgi.framework.Bundle;
import org.osgi.service.log.LogService;

/**
 * The loggers of a bundle: proxies, since the interfaces have some forty methods that all come down to one entry.
 *
 * @param name of the logger; may be null
 */
record Loggers(LogReader reader, Bundle bundle, String name) implements InvocationHandler {

    /** Where bundles get their loggers from; a logger itself. */
    static ExtendedLogService service(Bundle bundle, LogReader reader) {
        return proxy(ExtendedLogService.class, new Loggers(reader, bundle, null));
    }

    private static <T> T proxy(Class<T> type, Loggers handler) {
        return type.cast(Proxy.newProxyInstance(Loggers.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        List<Object> given = arguments == null ? List.of() : Arrays.asList(arguments);
        switch (method.getName()) {
            case "getLogger":
                return logger(given);
            case "getName":
                return name;
            case "isLoggable":
                return (int) given.get(0) <= LogService.LOG_INFO;
            case "isErrorEnabled", "isWarnEnabled", "isInfoEnabled":
                return true;
            case "log":
                log(given);
                return null;
            case "error", "audit":
                add(LogService.LOG_ERROR, given);
                return null;
            case "warn":
                add(LogService.LOG_WARNING, given);
                return null;
            case "info":
                add(LogService.LOG_INFO, given);
                return null;
            case "equals":
                return proxy == given.get(0);
            case "hashCode":
                return System.identityHashCode(proxy);
            case "toString":
                return "logger " + name;
            default:
                return method.getReturnType() == boolean.class ? false : null;
        }
    }

    /** Of the bundle and with the name that are given; the name may be that of a class. */
    private Logger logger(List<Object> given) {
        Bundle of = bundle;
        String called = name;
        for (Object argument : given) {
            if (argument instanceof Bundle other) {
                of = other;
            } else if (argument instanceof String text) {
                called = text;
            } else if (argument instanceof Class<?> type && !org.osgi.service.log.Logger.class.isAssignableFrom(type)) {
                called = type.getName();
            }
        }
        return proxy(Logger.class, new Loggers(reader, of, called));
    }

    /** [context], level, message, [exception] */
    private void log(List<Object> given) {
        boolean withContext = !(given.get(0) instanceof Integer);
        List<Object> rest = withContext ? given.subList(1, given.size()) : given;
        reader.add(
                bundle,
                name,
                withContext ? given.get(0) : null,
                (int) rest.get(0),
                (String) rest.get(1),
                rest.size() > 2 ? (Throwable) rest.get(2) : null);
    }

    /** message, then what fills it and maybe an exception */
    private void add(int level, List<Object> given) {
        List<Object> all = given.stream()
                .flatMap(each ->
                        each instanceof Object[] several ? Arrays.stream(several) : Arrays.stream(new Object[] {each}))
                .toList();
        Throwable failure = all.stream()
                .filter(Throwable.class::isInstance)
                .map(Throwable.class::cast)
                .findFirst()
                .orElse(null);
        String message = all.stream()
                .filter(each -> !(each instanceof Throwable))
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        reader.add(bundle, name, null, level, message, failure);
    }
}
