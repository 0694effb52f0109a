package org.opbrief.output.pdf;

import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jasperreports.compilers.ReportClassFilter;
import net.sf.jasperreports.compilers.ReportExpressionEvaluationData;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRDataset;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRExpression;
import net.sf.jasperreports.engine.JRExpressionCollector;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.design.CompiledClasses;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRReportCompileData;
import net.sf.jasperreports.engine.design.JRValidationException;
import net.sf.jasperreports.engine.design.JRValidationFault;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import org.opbrief.api.data.Nearest;

/**
 * Compiles a layout without running anything of it, and says which classes its expressions name that the class filter will not let them see. To be
 * used with JasperReports' class loader as the thread's.
 */
final class LayoutCompiler {

    private static final int LONGEST = 80;

    /** All generated methods declare that they throw it. */
    private static final String DECLARED = "java.lang.Throwable";

    private static final Pattern UNKNOWN =
            Pattern.compile("Unrecognized field \"([^\"]+)\".*?known properties: (.*?)\\]?\\)", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("line: (\\d+)");
    private static final Pattern COMPILE_ERROR =
            Pattern.compile("(?m)^\\d+\\. (.+)\n(?s:.*?)//\\$JR_EXPR_ID=(\\d+)\\$");
    private static final Pattern MISSING = Pattern.compile("(Parameter|Field|Variable) not found : (\\S+)");

    private final DefaultJasperReportsContext context = DefaultJasperReportsContext.getInstance();
    private final ReportClassFilter filter = new ReportClassFilter(context);
    private final byte[] xml;
    private final LayoutSource source;
    private final Optional<LayoutOffer> offer;

    /** @param line from 1; 0 if it is not known */
    record Fault(int line, String text) {}

    LayoutCompiler(byte[] xml, LayoutSource source, Optional<LayoutOffer> offer) {
        this.xml = xml;
        this.source = source;
        this.offer = offer;
    }

    List<Fault> faults() {
        JasperDesign design;
        try {
            design = load();
        } catch (JRException | JRRuntimeException e) {
            return List.of(notLoaded(e));
        }
        try {
            Set<String> hidden = hidden(compile(design));
            return hidden.isEmpty() ? List.of() : culprits(hidden);
        } catch (JRValidationException e) {
            return invalid(e);
        } catch (JRException | JRRuntimeException e) {
            return notCompiled(e, design);
        }
    }

    private JasperDesign load() throws JRException {
        return JRXmlLoader.load(new ByteArrayInputStream(xml));
    }

    private JasperReport compile(JasperDesign design) throws JRException {
        return JasperCompileManager.getInstance(context).compile(design);
    }

    private Fault notLoaded(Exception e) {
        String message = Messages.all(e);
        Matcher place = PLACE.matcher(message);
        int line = place.find() ? Integer.parseInt(place.group(1)) : 0;
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.find()) {
            List<String> known = new ArrayList<>(new TreeSet<>(
                    List.of(unknown.group(2).replace("\"", "").strip().split(",\\s*"))));
            return new Fault(
                    line,
                    "'" + unknown.group(1) + "' is not known here"
                            + Nearest.to(unknown.group(1), known)
                                    .map(nearest -> ". Did you mean \"" + nearest + "\"?")
                                    .orElse(" in a layout of JasperReports 7; save it with Jaspersoft Studio 7"));
        }
        return new Fault(line, "cannot be read: " + withoutStop(Reason.of(e)));
    }

    private List<Fault> invalid(JRValidationException e) {
        Map<String, Fault> faults = new LinkedHashMap<>();
        for (JRValidationFault each : e.getFaults()) {
            String message = String.valueOf(each.getMessage()).strip();
            Matcher missing = MISSING.matcher(message);
            if (missing.find()) {
                String kind = missing.group(1).toLowerCase(Locale.ROOT);
                String name = missing.group(2);
                String use = "$" + missing.group(1).charAt(0) + "{" + name + "}";
                String hint = kind.equals("parameter")
                        ? offer.map(offered -> offered.declaration(name)).orElse("")
                        : "; declare it";
                faults.putIfAbsent(
                        message,
                        new Fault(source.lineWith(use), "the " + kind + " '" + name + "' is not declared" + hint));
            } else {
                faults.putIfAbsent(message, new Fault(0, "cannot be used: " + withoutStop(message)));
            }
        }
        return List.copyOf(faults.values());
    }

    private List<Fault> notCompiled(Exception e, JasperDesign design) {
        Map<String, Fault> faults = new LinkedHashMap<>();
        Matcher error = COMPILE_ERROR.matcher(Messages.all(e));
        while (error.find()) {
            String expression = expression(design, Integer.parseInt(error.group(2)));
            faults.putIfAbsent(
                    error.group(1) + expression,
                    new Fault(
                            source.lineOfExpression(expression),
                            "the expression " + shortened(expression) + " is no Java: " + withoutStop(error.group(1))));
        }
        return faults.isEmpty()
                ? List.of(new Fault(0, "cannot be compiled: " + withoutStop(Reason.of(e))))
                : List.copyOf(faults.values());
    }

    private String expression(JasperDesign design, int id) {
        JRExpressionCollector collector = JRExpressionCollector.collector(context, design);
        List<JRExpressionCollector> all = new ArrayList<>(List.of(collector));
        for (JRDataset dataset : design.getDatasets()) {
            all.add(collector.getCollector(dataset));
        }
        for (JRExpressionCollector each : all) {
            for (JRExpression expression : each.getExpressions()) {
                if (Integer.valueOf(id).equals(each.getExpressionId(expression))) {
                    return expression.getText();
                }
            }
        }
        return "";
    }

    /** Classes that are named and may not be seen. */
    private Set<String> hidden(JasperReport report) throws JRException {
        Set<String> named = new TreeSet<>();
        if (report.getCompileData() instanceof JRReportCompileData data) {
            collect(data.getMainDatasetCompileData(), named);
            if (report.getDatasets() != null) {
                for (JRDataset dataset : report.getDatasets()) {
                    collect(data.getDatasetCompileData(dataset), named);
                }
            }
            for (Serializable crosstab : data.getCrosstabsCompileData().values()) {
                collect(crosstab, named);
            }
        }
        named.removeIf(name -> name.equals(DECLARED) || filter.isClassVisible(name));
        return named;
    }

    private static void collect(Serializable unit, Set<String> named) {
        if (!(unit instanceof ReportExpressionEvaluationData data) || data.getCompileData() == null) {
            return; // all expressions are mere references
        }
        if (data.getCompileData() instanceof byte[] bytes) {
            named.addAll(ClassNames.in(bytes));
        } else if (data.getCompileData() instanceof CompiledClasses classes) {
            collect(classes, data.getCompileName(), new TreeSet<>(), named);
        }
        named.removeIf(name -> name.startsWith(data.getCompileName()));
    }

    /** A class of the layout's own, and those that it names. */
    private static void collect(CompiledClasses classes, String name, Set<String> own, Set<String> named) {
        byte[] bytes = classes.getClassBytes(name);
        if (bytes != null && own.add(name)) {
            for (String each : ClassNames.in(bytes)) {
                named.add(each);
                collect(classes, each, own, named);
            }
        }
    }

    /** Which expressions name them: each is compiled alone, all others being {@code null}. */
    private List<Fault> culprits(Set<String> hidden) throws JRException {
        List<Fault> faults = new ArrayList<>();
        int count = expressions(load()).size();
        for (int i = 0; i < count; i++) {
            JasperDesign design = load();
            List<JRDesignExpression> all = expressions(design);
            String text = all.get(i).getText();
            if (text == null || text.matches("\\s*(\\$[PFV]\\{[^}]*\\}|\"[^\"\\\\]*\")\\s*")) {
                continue; // names no class
            }
            for (int j = 0; j < count; j++) {
                if (j != i) {
                    all.get(j).setText("null");
                }
            }
            Set<String> here;
            try {
                here = hidden(compile(design));
            } catch (JRException | JRRuntimeException e) {
                continue; // told in general below
            }
            if (!here.isEmpty()) {
                faults.add(new Fault(source.lineOfExpression(text), "the expression " + shortened(text) + may(here)));
            }
        }
        return faults.isEmpty() ? List.of(new Fault(0, "an expression" + may(hidden))) : faults;
    }

    private static String may(Set<String> classes) {
        return " uses " + String.join(" and ", classes)
                + ", which layouts may not: they see texts, numbers, dates and their formats";
    }

    private List<JRDesignExpression> expressions(JasperDesign design) {
        JRExpressionCollector collector = JRExpressionCollector.collector(context, design);
        Set<JRDesignExpression> all = Collections.newSetFromMap(new IdentityHashMap<>());
        List<JRDesignExpression> ordered = new ArrayList<>();
        List<JRExpressionCollector> collectors = new ArrayList<>(List.of(collector));
        for (JRDataset dataset : design.getDatasets()) {
            collectors.add(collector.getCollector(dataset));
        }
        for (JRExpressionCollector each : collectors) {
            for (JRExpression expression : each.getExpressions()) {
                if (expression instanceof JRDesignExpression changeable && all.add(changeable)) {
                    ordered.add(changeable);
                }
            }
        }
        return ordered;
    }

    private static String shortened(String expression) {
        String line = expression.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "\u2026" : line;
    }

    private static String withoutStop(String sentence) {
        return sentence.strip().replaceFirst("\\.+$", "");
    }

    /** Messages of exceptions, from the outermost to the cause. */
    private static final class Messages {
        static String all(Throwable e) {
            StringBuilder all = new StringBuilder();
            for (Throwable one = e; one != null; one = one.getCause()) {
                all.append(one.getMessage()).append('\n');
            }
            return all.toString();
        }
    }
}
