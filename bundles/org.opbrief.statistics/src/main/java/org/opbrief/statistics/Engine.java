package org.opbrief.statistics;

import org.jooq.DSLContext;
import org.jooq.Log;
import org.jooq.Queries;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.VisitListener;
import org.jooq.conf.RenderOptionalKeyword;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.tools.JooqLogger;

/**
 * The one place that knows which engine the SQL of packs is written for. jOOQ is loaded when the first such SQL comes.
 */
final class Engine {
    private final SQLDialect dialect;
    private DSLContext context;

    Engine(SQLDialect dialect) {
        this.dialect = dialect;
    }

    /** The engine of the store. */
    static Engine duckDb() {
        return new Engine(SQLDialect.DUCKDB);
    }

    /** The statements of the text, which may be in DuckDB's dialect whatever the engine is. */
    Queries parse(String sql) {
        return context().parser().parse(sql);
    }

    /** The query as text, complete with its values, while the listener sees all its parts. */
    String text(Query query, VisitListener listener) {
        return DSL.using(context().configuration().derive(listener)).renderInlined(query);
    }

    private synchronized DSLContext context() {
        if (context == null) {
            // jOOQ greets with a banner in the log
            JooqLogger.globalThreshold(Log.Level.WARN);
            context = DSL.using(new DefaultConfiguration().set(dialect).set(settings()));
        }
        return context;
    }

    private static Settings settings() {
        return new Settings()
                .withParseDialect(SQLDialect.DUCKDB)
                .withRenderOptionalAsKeywordForFieldAliases(RenderOptionalKeyword.ON)
                .withRenderOptionalAsKeywordForTableAliases(RenderOptionalKeyword.ON);
    }
}
