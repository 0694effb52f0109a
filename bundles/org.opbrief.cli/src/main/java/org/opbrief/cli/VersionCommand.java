package org.opbrief.cli;

import picocli.CommandLine.Model.CommandSpec;

/** {@code version}. */
final class VersionCommand implements Command {

    @Override
    public String name() {
        return "version";
    }

    @Override
    public String summary() {
        return "Prints the version of Opbrief and of the Java that runs it.";
    }

    /** The launcher does what it asks for, before it starts anything. */
    @Override
    public void describe(CommandSpec spec) {
        spec.addOption(Specs.flag("--verify", "Read all bundles of the installation again and compare their SHA-256."));
    }

    @Override
    public boolean lists() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException {
        String version = call.surroundings().version();
        String java = System.getProperty("java.version");
        String vendor = System.getProperty("java.vendor");
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (call.json()) {
            Json.write(call.console(), json -> {
                json.writeStartObject();
                json.writeStringField("opbrief", version);
                json.writeStringField("java", java);
                json.writeStringField("javaVendor", vendor);
                json.writeStringField("system", system);
                json.writeEndObject();
            });
        } else {
            call.console().line("Opbrief " + version);
            call.console().line("Java " + java + " (" + vendor + "), " + system);
        }
        return Opbrief.DONE;
    }
}
