package org.opbrief.workbench.handlers;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.workbench.Ids;
import org.opbrief.workbench.session.Session;
import org.opbrief.workbench.window.Bindings;
import org.opbrief.workbench.window.Choice;
import org.opbrief.workbench.window.ChoiceDialog;

/** Finds commands, reports and data sets by what is typed. */
public final class QuickAccessHandler {

    @Execute
    void run(Shell shell, Bindings bindings, Session session, IEventBroker broker, EPartService parts) {
        List<Choice> choices = new ArrayList<>(bindings.all());
        session.catalog()
                .reports()
                .forEach(report -> choices.add(new Choice(report.info().title(), Messages.get("quick.report"), () -> {
                    parts.switchPerspective(Ids.BRIEFING_PERSPECTIVE);
                    broker.post(Ids.REPORT_CHOSEN, report.info().id());
                })));
        session.catalog()
                .dataSets()
                .forEach(dataSet -> choices.add(new Choice(dataSet.title(), Messages.get("quick.dataset"), () -> {
                    parts.switchPerspective(Ids.DATA_PERSPECTIVE);
                    broker.post(Ids.DATA_SET_CHOSEN, dataSet.id());
                })));
        new ChoiceDialog(shell, Messages.get("quick.title"), choices).open();
    }
}
