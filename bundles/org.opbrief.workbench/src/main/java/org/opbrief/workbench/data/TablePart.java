package org.opbrief.workbench.data;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Composite;
import org.opbrief.api.data.DataSet;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.session.Change;
import org.opbrief.workbench.session.Session;

/** The table of the Data perspective: shows what is chosen in the navigator. */
public final class TablePart {
    private final Session session;
    private final Work work;
    private TableView view;
    private Runnable gone = () -> {};

    @Inject
    public TablePart(Session session, Work work) {
        this.session = session;
        this.work = work;
    }

    @PostConstruct
    void create(Composite parent) {
        view = new TableView(parent, work);
        gone = session.listen(this::changed);
    }

    @PreDestroy
    void destroy() {
        gone.run();
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void chosen(@Named(IServiceConstants.ACTIVE_SELECTION) RowsChoice choice) {
        if (view == null || view.isDisposed() || choice == null || !session.isOpen()) {
            return;
        }
        Optional<DataSet> dataSet = session.catalog().dataSet(choice.dataSet());
        if (dataSet.isEmpty()) {
            view.showNone();
            return;
        }
        Optional<RowView> before = view.view().filter(shown -> shown.dataSet().equals(dataSet.get()));
        RowView wanted = new RowView(
                dataSet.get(),
                choice.batch(),
                before.map(RowView::filters).orElse(Map.of()),
                before.flatMap(RowView::order));
        if (before.filter(wanted::equals).isEmpty()) {
            show(wanted);
        }
    }

    private void show(RowView wanted) {
        work.quietly(Messages.get("table.reading"), progress -> session.store().batches(), batches -> {
            if (!view.isDisposed()) {
                view.show(session.store(), batches, wanted);
            }
        });
    }

    private void changed(Change change) {
        if (view.isDisposed()) {
            return;
        }
        Optional<RowView> shown = view.view();
        Optional<DataSet> same =
                shown.flatMap(rows -> session.catalog().dataSet(rows.dataSet().id()));
        if (change == Change.WORKSPACE || shown.isPresent() && same.isEmpty()) {
            view.showNone();
        } else if (change == Change.DATA && shown.isPresent()) {
            show(shown.get());
        } else if (shown.isPresent() && !shown.get().dataSet().equals(same.get())) {
            show(RowView.all(same.get()));
        }
    }

    @Focus
    void focus() {
        view.setFocus();
    }
}
