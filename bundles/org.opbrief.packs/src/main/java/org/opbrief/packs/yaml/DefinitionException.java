package org.opbrief.packs.yaml;

/** A definition that cannot be used. The message names the file and the line, what is wrong and what would be right. */
public final class DefinitionException extends Exception {
    private static final long serialVersionUID = 1;

    public DefinitionException(String file, int line, String problem) {
        super(file + ", line " + line + ": " + problem);
    }

    public DefinitionException(String file, String problem) {
        super(file + ": " + problem);
    }
}
