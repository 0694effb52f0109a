package org.opbrief.output.pdf;

import java.util.HashMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.report.Briefing;

/** Lays a briefing out in the house style. */
final class HouseStyle {
    JasperPrint print(Briefing briefing, Fonts fonts) throws OutputException {
        try {
            return fill(
                    briefing, new HouseContext(fonts, briefing.house().font().orElse(Look.FONT)));
        } catch (JRException | JRRuntimeException e) {
            throw new OutputException("The briefing " + briefing.name() + " cannot be laid out: " + Reason.of(e), e);
        }
    }

    private static JasperPrint fill(Briefing briefing, HouseContext context) throws JRException {
        Labels labels = new Labels(briefing.language());
        Banner banner = new Banner(briefing.edition().marking(), context);
        HouseDesign design = new HouseDesign(
                briefing.name(),
                context.font(),
                banner,
                running(briefing, labels, new TextWidth(context.regular(HouseDesign.FOOT_SIZE))),
                labels.get("page", "$V{PAGE_NUMBER}"));
        Flow flow = new Flow();
        new Composer(briefing, design, flow, labels, context).compose();
        JasperReport report = JasperCompileManager.getInstance(context)
                .compile(design.design(flow.rooms(Look.ROOM - 2 * banner.height())));
        return JasperFillManager.getInstance(context).fill(report, new HashMap<>(), flow.source());
    }

    /** Title, subtitle and date for the foot of each page, without the subtitle if it is too long. */
    private static String running(Briefing briefing, Labels labels, TextWidth width) {
        String date = "  \u00b7  " + labels.get("asOf") + " " + labels.date(briefing.asOf());
        String whole = briefing.title() + "  \u00b7  " + briefing.subtitle() + date;
        if (!briefing.subtitle().isBlank() && width.of(whole) < HouseDesign.FOOT_WIDTH) {
            return whole;
        }
        return width.fit(briefing.title(), HouseDesign.FOOT_WIDTH - width.of(date)) + date;
    }
}
