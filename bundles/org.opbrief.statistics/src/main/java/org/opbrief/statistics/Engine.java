package org.opbrief.statistics;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Log;
import org.jooq.Queries;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.SelectQuery;
import org.jooq.VisitListener;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderOptionalKeyword;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.tools.JooqLogger;

/** The one place that knows which engine SQL is written for. jOOQ is loaded when the first query is. */
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

    /** Those that SQL must do for: the store's, and those that it may be carried to. */
    static List<Engine> known() {
        return List.of(duckDb(), new Engine(SQLDialect.TRINO), new Engine(SQLDialect.POSTGRES));
    }

    /** An empty SELECT. */
    SelectQuery<?> select() {
        return context().selectQuery();
    }

    /** The query as text, complete with its values. */
    String text(Query query) {
        return context().renderInlined(query);
    }

    /** The query as text, while the listener sees all its parts. */
    String text(Query query, VisitListener listener) {
        return DSL.using(context().configuration().derive(listener)).renderInlined(query);
    }

    /** The statements of the text, which may be in DuckDB's dialect whatever the engine is. */
    Queries parse(String sql) {
        return context().parser().parse(sql);
    }

    private synchronized DSLContext context() {
        if (context == null) {
            // jOOQ greets with a banner in the log
            JooqLogger.globalThreshold(Log.Level.WARN);
            context = DSL.using(new DefaultConfiguration().set(dialect).set(settings()));
        }
        return context;
    }

    private Settings settings() {
        return new Settings()
                .withParseDialect(SQLDialect.DUCKDB)
                .withStatementType(StatementType.STATIC_STATEMENT)
                .withParamType(ParamType.INLINED)
                .withRenderOptionalAsKeywordForFieldAliases(RenderOptionalKeyword.ON)
                .withRenderOptionalAsKeywordForTableAliases(RenderOptionalKeyword.ON);
    }
}
