package org.opbrief.workbench.settings;

import java.util.Arrays;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.Trust;
import org.opbrief.api.pack.Trust.Policy;

/** Which packs may be installed into the open workspace. */
final class TrustPage extends Page {

    private final Trust trust;
    private Policy chosen;

    TrustPage(Trust trust) {
        super(Messages.get("trust"));
        this.trust = trust;
    }

    @Override
    void fill(Composite area) {
        note(area, "trustNote");
        Policy policy;
        try {
            policy = trust.policy();
        } catch (PackException e) {
            setErrorMessage(e.getMessage());
            return;
        }
        chosen = policy;
        for (Policy each : Arrays.asList(Policy.values())) {
            Button button = new Button(area, SWT.RADIO | SWT.WRAP);
            button.setText(Messages.get("policy." + each));
            button.setData("id", "settings.policy." + each);
            button.setSelection(each == policy);
            button.addListener(SWT.Selection, event -> chosen = button.getSelection() ? each : chosen);
            GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(button);
        }
    }

    @Override
    public boolean performOk() {
        try {
            if (chosen != null && chosen != trust.policy()) {
                trust.setPolicy(chosen);
            }
            return true;
        } catch (PackException e) {
            setErrorMessage(e.getMessage());
            return false;
        }
    }
}
