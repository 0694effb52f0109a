package org.opbrief.workbench.data;

/** A store for views that need one and do not look into it. */
public final class FakeStore extends MemoryStore {}
