package org.opbrief.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the framework starts.
 *
 * @param first jars of bundles that start at once, in that order
 * @param then jars of bundles that start afterwards; those that ask for it only when a class of theirs is needed
 * @param properties of the framework
 */
record Startup(List<Path> first, List<Path> then, Map<String, String> properties) {}
