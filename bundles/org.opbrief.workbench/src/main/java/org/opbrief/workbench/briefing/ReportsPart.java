package org.opbrief.workbench.briefing;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.opbrief.api.report.Report;
import org.opbrief.workbench.Ids;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.session.Change;
import org.opbrief.workbench.session.Session;
import org.opbrief.workbench.settings.Settings;

/** The gallery of reports, and below it what the chosen one can be asked for. */
public final class ReportsPart {
    private final Session session;
    private final BriefingDesk desk;
    private GalleryView gallery;
    private ParameterForm form;
    private Runnable deaf = () -> {};
    private Runnable deafToDesk = () -> {};

    @Inject
    public ReportsPart(Session session, BriefingDesk desk) {
        this.session = session;
        this.desk = desk;
    }

    @PostConstruct
    void open(Composite parent, Work work, @org.eclipse.e4.core.di.annotations.Optional Settings settings) {
        SashForm sash = new SashForm(parent, SWT.VERTICAL);
        gallery = new GalleryView(sash);
        form = new ParameterForm(sash, work, new DataChoices(session), desk::run);
        gallery.onChoose(
                report -> form.show(report, settings == null ? java.util.Optional.empty() : settings.edition()));
        gallery.onRun(form::run);
        desk.chosenBy(form::run);
        deaf = session.listen(this::changed);
        deafToDesk = desk.listen(this::told);
        fill();
    }

    @Focus
    void focus() {
        gallery.setFocus();
    }

    @Inject
    void choose(@org.eclipse.e4.core.di.annotations.Optional @UIEventTopic(Ids.REPORT_CHOSEN) String report) {
        if (report != null && gallery != null) {
            gallery.select(report);
        }
    }

    @PreDestroy
    void close() {
        deaf.run();
        deafToDesk.run();
    }

    private void changed(Change change) {
        if (change != Change.DATA) {
            fill();
        }
    }

    private void told(BriefingDesk.Topic topic) {
        if (topic == BriefingDesk.Topic.COVERS) {
            cover();
        }
    }

    private void cover() {
        for (Report report : session.catalog().reports()) {
            gallery.cover(report.info().id(), desk.cover(report.info().id()));
        }
    }

    private void fill() {
        gallery.show(session.catalog().reports().stream().map(Report::info).toList());
        cover();
        if (gallery.selected().isEmpty()) {
            form.clear();
            session.catalog().reports().stream()
                    .findFirst()
                    .ifPresent(first -> gallery.select(first.info().id()));
        }
    }
}
