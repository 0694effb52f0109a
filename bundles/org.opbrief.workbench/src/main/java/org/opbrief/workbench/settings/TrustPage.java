package org.opbrief.workbench.settings;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.Trust.Policy;
import org.opbrief.workbench.packs.PolicyChoice;
import org.opbrief.workbench.session.Change;
import org.opbrief.workbench.session.Session;

/** Which packs may be installed into the open workspace. */
final class TrustPage extends Page {

    private final Session session;
    private Optional<Policy> chosen = Optional.empty();

    TrustPage(Session session) {
        super(Messages.get("trust"));
        this.session = session;
    }

    @Override
    void fill(Composite area) {
        note(area, "trustNote");
        PolicyChoice choice = new PolicyChoice(
                area,
                GridDataFactory.fillDefaults().span(2, 1).grab(true, false).create(),
                policy -> chosen = Optional.of(policy));
        try {
            choice.show(session.packs().trust().policy());
        } catch (PackException e) {
            setErrorMessage(e.getMessage());
        }
    }

    @Override
    public boolean performOk() {
        if (chosen.isEmpty()) {
            return true;
        }
        try {
            session.packs().trust().setPolicy(chosen.get());
            // what packs are worth may have changed
            session.changed(Change.PACKS);
            return true;
        } catch (PackException e) {
            setErrorMessage(e.getMessage());
            return false;
        }
    }
}
