package org.opbrief.packs.yaml;

/** What becomes of a fault that does not keep the rest of a definition from being read. */
@FunctionalInterface
public interface Faults {

    /** The first fault is the end. */
    Faults STOP = fault -> {
        throw fault;
    };

    /** Ends the reading with it, or remembers it. */
    void found(DefinitionException fault) throws DefinitionException;
}
