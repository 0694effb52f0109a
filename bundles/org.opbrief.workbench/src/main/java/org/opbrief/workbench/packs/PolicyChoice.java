package org.opbrief.workbench.packs;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.opbrief.api.pack.Trust.Policy;
import org.opbrief.workbench.widget.Controls;

/** Which packs may be installed: one of the policies. */
public final class PolicyChoice {

    private final Map<Policy, Button> buttons = new EnumMap<>(Policy.class);

    /** @param chosen gets the policy that the user chooses */
    public PolicyChoice(Composite area, Object layoutData, Consumer<Policy> chosen) {
        Group group = new Group(area, SWT.NONE);
        group.setText(Messages.get("trust.policy"));
        group.setLayout(new GridLayout());
        group.setLayoutData(layoutData);
        for (Policy policy : Policy.values()) {
            Button button = Controls.id(new Button(group, SWT.RADIO | SWT.WRAP), "trust." + policy);
            button.setText(Messages.get("trust." + policy));
            button.addListener(SWT.Selection, event -> {
                if (button.getSelection()) {
                    chosen.accept(policy);
                }
            });
            buttons.put(policy, button);
        }
    }

    /** Shows the policy that holds. */
    public void show(Policy policy) {
        buttons.forEach((each, button) -> button.setSelection(each == policy));
    }
}
