package org.opbrief.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opbrief.api.output.OutputFormat;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
public class WiringTest {

    @InjectBundleContext
    BundleContext context;

    @InjectService
    ServiceComponentRuntime components;

    @Test
    void everyBundleIsActive() {
        List<String> others = ours().filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(Bundle::toString)
                .toList();
        assertEquals(List.of(), others);
    }

    @Test
    void everyComponentHasWhatItNeeds() {
        List<String> unsatisfied = components.getComponentDescriptionDTOs().stream()
                .filter(component -> component.name.startsWith("org.opbrief."))
                .flatMap(component -> components.getComponentConfigurationDTOs(component).stream())
                .filter(configuration ->
                        (configuration.state & (ComponentConfigurationDTO.SATISFIED | ComponentConfigurationDTO.ACTIVE))
                                == 0)
                .map(configuration -> configuration.description.name)
                .toList();
        assertEquals(List.of(), unsatisfied);
        assertTrue(components.getComponentDescriptionDTOs().size() >= 8);
    }

    @Test
    void bothFormatsAreThere() throws Exception {
        List<String> formats = context.getServiceReferences(OutputFormat.class, null).stream()
                .map(reference -> context.getService(reference).format())
                .sorted()
                .toList();
        assertEquals(List.of("pdf", "xlsx"), formats);
    }

    private java.util.stream.Stream<Bundle> ours() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("org.opbrief."));
    }
}
