/**
 * The services that Eclipse's bundles expect of their framework, which is Equinox, on another one. What they are about is
 * described with the interfaces, which the bundle {@code org.eclipse.equinox.supplement} brings.
 */
package org.opbrief.lib.equinox;
