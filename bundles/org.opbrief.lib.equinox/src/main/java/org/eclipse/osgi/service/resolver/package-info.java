/** What Eclipse's bundles link to of Equinox's resolver. */
package org.eclipse.osgi.service.resolver;
