package org.opbrief.workbench.settings;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** How much memory this computer has, or the container that Opbrief runs in. */
final class ComputerMemory {

    private ComputerMemory() {}

    /** In MB; the largest number if Java does not know. */
    static long megabytes() {
        try {
            Object bytes = ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), "TotalMemorySize");
            return bytes instanceof Long known && known > 0 ? known >> 20 : Long.MAX_VALUE;
        } catch (JMException e) {
            return Long.MAX_VALUE;
        }
    }
}
