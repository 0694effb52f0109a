package org.eclipse.osgi.service.resolver;

/** To be linked to, no more: no such service is registered. */
public interface PlatformAdmin {}
