package org.opbrief.cli;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** The option that names repositories. */
final class Repositories {
    private static final String NAME = "--repo";

    private Repositories() {}

    static OptionSpec option() {
        return Specs.list(
                "\\z", "DIR", "A repository, a folder or a web address; may be repeated, the first wins.", NAME);
    }

    static List<String> named(Invocation call) {
        return call.all(NAME);
    }
}
