/** What Eclipse's bundles link to of Equinox's inside. */
package org.eclipse.osgi.container;
