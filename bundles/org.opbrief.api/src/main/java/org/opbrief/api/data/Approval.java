package org.opbrief.api.data;

/** Decides on an import when it is known what it would do and nothing is stored yet. */
@FunctionalInterface
public interface Approval {

    /** Whatever the plan says. */
    Approval ALWAYS = plan -> true;

    /** Unless the plan has errors. */
    Approval UNLESS_ERRORS = plan -> !plan.hasErrors();

    /** Whether the rows are to be stored. It may take as long as a user needs to read. */
    boolean approves(ImportPlan plan);
}
