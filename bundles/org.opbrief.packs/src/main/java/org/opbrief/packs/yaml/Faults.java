package org.opbrief.packs.yaml;

/** What becomes of a fault that does not keep the rest of a definition from being read. */
@FunctionalInterface
public interface Faults {

    /** Ends the reading with it, or remembers it. */
    void found(DefinitionException fault) throws DefinitionException;
}
