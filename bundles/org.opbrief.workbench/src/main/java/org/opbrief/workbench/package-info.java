/**
 * The desktop: the application's model, its life cycle and its handlers. Views are plain SWT composites in packages by
 * area; the parts that hold them are thin.
 */
package org.opbrief.workbench;
