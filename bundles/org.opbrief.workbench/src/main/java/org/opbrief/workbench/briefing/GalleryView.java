package org.opbrief.workbench.briefing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.opbrief.api.report.ReportInfo;
import org.opbrief.workbench.widget.Controls;

/** The reports, each with its title, what it tells and the first page of its latest briefing. */
public final class GalleryView extends Composite {
    /** Covers have twice as many pixels, for screens that do. */
    private static final int PICTURE = Cover.WIDTH / 2;

    private static final int ROW = 86;
    private static final int GAP = 10;

    private final Text filter;
    private final Table table;
    private final Label message;
    private final Font bold;
    private final Map<String, Shown> covers = new HashMap<>();
    private List<ReportInfo> reports = List.of();
    private Consumer<ReportInfo> chosen = report -> {};
    private Runnable run = () -> {};

    private record Shown(Cover cover, Image image) {}

    public GalleryView(Composite parent) {
        super(parent, SWT.NONE);
        setData("id", "gallery");
        setLayout(Widgets.grid(1, 6));
        filter = new Text(this, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setData("id", "gallery.filter");
        filter.setMessage(Messages.of("gallery.filter"));
        filter.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        filter.addListener(SWT.Modify, event -> filtered());
        filter.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN) {
                table().setFocus();
                event.doit = false;
            }
        });
        Controls.named(filter, Messages.of("gallery.filter"));
        table = new Table(this, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER | SWT.NO_SCROLL | SWT.V_SCROLL);
        table.setData("id", "gallery.reports");
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Controls.named(table, Messages.of("gallery.reports"));
        bold = Widgets.font(table, 1.05, SWT.BOLD);
        TableColumn column = new TableColumn(table, SWT.LEFT);
        table.addListener(SWT.Resize, event -> column.setWidth(table.getClientArea().width));
        table.addListener(SWT.MeasureItem, event -> event.height = ROW);
        table.addListener(SWT.EraseItem, event -> event.detail &= ~SWT.FOREGROUND);
        table.addListener(SWT.PaintItem, this::paint);
        table.addListener(SWT.Selection, event -> selected().ifPresent(report -> chosen.accept(report)));
        table.addListener(SWT.DefaultSelection, event -> run.run());
        message = new Label(this, SWT.WRAP);
        message.setData("id", "gallery.message");
        message.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        addListener(SWT.Dispose, event -> covers.values()
                .forEach(shown -> shown.image().dispose()));
        fill();
    }

    private Table table() {
        return table;
    }

    /** Shows these reports; what was chosen stays if it is among them. */
    public void show(List<ReportInfo> shown) {
        reports = List.copyOf(shown);
        fill();
    }

    /** @param listener told which report the user is at */
    public void onChoose(Consumer<ReportInfo> listener) {
        chosen = listener;
    }

    /** @param listener told when the user double-clicks a report or presses Enter on it */
    public void onRun(Runnable listener) {
        run = listener;
    }

    public Optional<ReportInfo> selected() {
        TableItem[] selection = table.getSelection();
        return selection.length == 0 ? Optional.empty() : Optional.of((ReportInfo) selection[0].getData());
    }

    /** Chooses a report as the user would. */
    public void select(String id) {
        for (TableItem item : table.getItems()) {
            if (((ReportInfo) item.getData()).id().equals(id)) {
                table.setSelection(item);
                chosen.accept((ReportInfo) item.getData());
            }
        }
    }

    /** Shows the first page of a report's latest briefing, or none. */
    void cover(String report, Optional<Cover> cover) {
        Shown before = covers.remove(report);
        if (before != null && cover.filter(before.cover()::equals).isPresent()) {
            covers.put(report, before);
            return;
        }
        if (before != null) {
            before.image().dispose();
        }
        cover.ifPresent(drawn ->
                covers.put(report, new Shown(drawn, new Image(getDisplay(), PageImages.data(drawn.picture())))));
        table.redraw();
    }

    /** What is run is always among what can be seen. */
    private void filtered() {
        fill();
        if (selected().isEmpty() && table.getItemCount() > 0) {
            select(((ReportInfo) table.getItem(0).getData()).id());
        }
    }

    private void fill() {
        Optional<String> before = selected().map(ReportInfo::id);
        List<ReportInfo> wanted = new ArrayList<>();
        String words = plain(filter.getText().strip());
        for (ReportInfo report : reports) {
            if (plain(report.title() + " " + report.description() + " " + report.id())
                    .contains(words)) {
                wanted.add(report);
            }
        }
        table.setRedraw(false);
        table.removeAll();
        for (ReportInfo report : wanted) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(report.title() + ". " + report.description());
            item.setData(report);
            if (before.filter(report.id()::equals).isPresent()) {
                table.setSelection(item);
            }
        }
        table.setRedraw(true);
        String said = reports.isEmpty()
                ? Messages.of("gallery.empty")
                : wanted.isEmpty()
                        ? Messages.of("gallery.none", filter.getText().strip())
                        : "";
        message.setText(said);
        message.setVisible(!said.isEmpty());
        ((GridData) message.getLayoutData()).exclude = said.isEmpty();
        layout();
    }

    private void paint(Event event) {
        ReportInfo report = (ReportInfo) event.item.getData();
        GC gc = event.gc;
        int height = event.height;
        Rectangle paper = new Rectangle(event.x + GAP, event.y, PICTURE, height);
        picture(gc, report, paper);
        Color ink = gc.getForeground();
        int left = paper.x + PICTURE + GAP + 2;
        int width = Math.max(40, table.getClientArea().width - left - GAP);
        TextLayout title = new TextLayout(getDisplay());
        title.setFont(bold);
        title.setText(report.title());
        title.setWidth(width);
        TextLayout description = new TextLayout(getDisplay());
        description.setFont(table.getFont());
        description.setText(report.description());
        description.setWidth(width);
        int lineHeight = description.getLineMetrics(0).getHeight();
        int used = title.getBounds().height;
        int room = Math.max(1, (height - 12 - used) / lineHeight);
        if (description.getLineCount() > room) {
            int end = description.getLineOffsets()[room];
            String cut = report.description().substring(0, Math.max(0, end - 2)).strip();
            description.setText(cut + "\u2026");
        }
        int y = event.y + Math.max(4, (height - used - description.getBounds().height) / 2);
        gc.setForeground(ink);
        title.draw(gc, left, y);
        gc.setAlpha(200);
        description.draw(gc, left, y + used + 1);
        gc.setAlpha(255);
        title.dispose();
        description.dispose();
    }

    /** The first page, or a sketch of one. */
    private void picture(GC gc, ReportInfo report, Rectangle room) {
        Color ink = gc.getForeground();
        Color ground = gc.getBackground();
        Optional<Image> image = Optional.ofNullable(covers.get(report.id())).map(Shown::image);
        Rectangle size = image.map(Image::getBounds).orElse(new Rectangle(0, 0, Cover.WIDTH, Cover.HEIGHT));
        int width = size.width / 2;
        int height = size.height / 2;
        Rectangle paper =
                new Rectangle(room.x + (room.width - width) / 2, room.y + (room.height - height) / 2, width, height);
        gc.setBackground(new Color(255, 255, 255));
        gc.fillRectangle(paper);
        if (image.isPresent()) {
            gc.setInterpolation(SWT.HIGH);
            gc.drawImage(image.get(), 0, 0, size.width, size.height, paper.x, paper.y, paper.width, paper.height);
        } else {
            SectionSketch.draw(gc, paper, report.sections());
        }
        gc.setForeground(new Color(170, 176, 184));
        gc.drawRectangle(paper);
        gc.setForeground(ink);
        gc.setBackground(ground);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
