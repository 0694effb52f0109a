package org.opbrief.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.osgi.framework.BundleException;

/** Starts the features that a command needs, runs the command and ends with its exit code. */
public final class Main {

    private static final int FAILED = 1;

    private Main() {}

    /** @param arguments the distribution's folder, the cache's folder, then the command line */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(List.of(arguments).subList(2, arguments.length));
        boolean debug = line.has("--debug");
        quiet(debug);
        int exitCode;
        try {
            exitCode = run(Path.of(arguments[0]), Path.of(arguments[1]), line);
        } catch (LaunchException e) {
            System.err.println("opbrief: " + e.getMessage());
            if (debug) {
                e.printStackTrace();
            }
            exitCode = FAILED;
        }
        System.out.flush();
        System.exit(exitCode);
    }

    private static int run(Path home, Path cacheFolder, CommandLine line) throws LaunchException {
        Cache cache = Cache.at(cacheFolder);
        List<Path> jars = verified(home, cache, line);
        try (RunningFramework framework = start(cache, jars)) {
            return framework.run(line.arguments());
        }
    }

    private static RunningFramework start(Cache cache, List<Path> jars) throws LaunchException {
        try {
            return RunningFramework.start(cache, jars);
        } catch (BundleException inUse) {
            try {
                return RunningFramework.start(Cache.temporary(), jars);
            } catch (BundleException e) {
                throw new LaunchException("The framework cannot be started: " + e.getMessage(), e);
            }
        }
    }

    private static List<Path> verified(Path home, Cache cache, CommandLine line) throws LaunchException {
        VerifiedBundles verified = new VerifiedBundles(cache.verified());
        Map<String, Path> jars = new LinkedHashMap<>();
        for (FeatureFile feature : features(home)) {
            if (feature.startsFor(line)) {
                for (FeatureFile.BundleFile bundle : feature.bundles()) {
                    if (!jars.containsKey(bundle.id())) {
                        Path jar = home.resolve("bundles").resolve(bundle.path());
                        verified.verify(jar, bundle);
                        jars.put(bundle.id(), jar);
                    }
                }
            }
        }
        verified.remember();
        return List.copyOf(jars.values());
    }

    private static List<FeatureFile> features(Path home) throws LaunchException {
        List<FeatureFile> features = new ArrayList<>();
        try (var files = Files.list(home.resolve("features"))) {
            for (Path file : files.sorted().toList()) {
                features.add(FeatureFile.read(file));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new LaunchException("The folder " + home + " has no features: install Opbrief again.", e);
        }
        return features;
    }

    /** Libraries log; what a user must know is said by the commands themselves. */
    private static void quiet(boolean debug) {
        if (!debug) {
            LogManager.getLogManager().reset();
            Logger.getLogger("").setLevel(Level.OFF);
        }
    }
}
