package org.opbrief.workbench.handlers;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.workbench.Ids;
import org.opbrief.workbench.briefing.BriefingDesk;
import org.opbrief.workbench.session.Session;
import org.opbrief.workbench.window.Bindings;
import org.opbrief.workbench.window.Choice;
import org.opbrief.workbench.window.ChoiceDialog;

/** Finds commands, views, reports, data sets and the figures of the briefing that is shown, by what is typed. */
public final class QuickAccessHandler {

    @Execute
    void run(
            Shell shell,
            MWindow window,
            Bindings bindings,
            Session session,
            BriefingDesk desk,
            IEventBroker broker,
            EPartService parts,
            EModelService models) {
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
        desk.shown().ifPresent(written -> written.manifest()
                .figures()
                .forEach(figure -> choices.add(
                        new Choice(figure.label() + ": " + figure.words(), Messages.get("quick.figure"), () -> {
                            parts.switchPerspective(Ids.BRIEFING_PERSPECTIVE);
                            desk.figure(figure.id());
                            parts.showPart(Ids.PASSPORT_PART, PartState.ACTIVATE);
                        }))));
        // those of all perspectives have commands of their own
        models.findElements(window, null, MPart.class).stream()
                .filter(part -> !window.getSharedElements().contains(part))
                .forEach(part -> choices.add(new Choice(part.getLocalizedLabel(), Messages.get("quick.view"), () -> {
                    parts.switchPerspective(models.getPerspectiveFor(part));
                    parts.showPart(part, PartState.ACTIVATE);
                })));
        new ChoiceDialog(shell, Messages.get("quick.title"), choices).open();
    }
}
