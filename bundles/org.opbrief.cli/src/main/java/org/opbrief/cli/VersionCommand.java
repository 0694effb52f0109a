package org.opbrief.cli;

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
