package org.opbrief.packs.yaml;

/** A definition that cannot be used. The message names the file and the line, what is wrong and what would be right. */
public final class DefinitionException extends Exception {
    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;
    private final String problem;

    public DefinitionException(String file, int line, String problem) {
        super(file + ", line " + line + ": " + problem);
        this.file = file;
        this.line = line;
        this.problem = problem;
    }

    public DefinitionException(String file, String problem) {
        super(file + ": " + problem);
        this.file = file;
        this.line = 0;
        this.problem = problem;
    }

    public String file() {
        return file;
    }

    /** From 1; 0 for the file as a whole. */
    public int line() {
        return line;
    }

    public String problem() {
        return problem;
    }
}
