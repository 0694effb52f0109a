package org.opbrief.workbench.window;

/**
 * Something that can be found by its name and done.
 *
 * @param hint to the right of it: its keys, or what kind of thing it is; may be empty
 */
public record Choice(String name, String hint, Runnable action) {}
