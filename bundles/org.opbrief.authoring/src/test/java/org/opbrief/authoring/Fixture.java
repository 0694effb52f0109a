package org.opbrief.authoring;

import java.util.List;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.Statistics;
import org.opbrief.packs.DefinitionCheck;

/** Authoring beside the packs that come with Opbrief, with the check that reads definitions. */
final class Fixture {

    static final ShippedCatalog SHIPPED = ShippedCatalog.read();
    static final Installation INSTALLATION = new Installation("file:///opt/opbrief/bundles", "0.1.0");

    private Fixture() {}

    static Authoring authoring() {
        return authoring(SHIPPED);
    }

    static Authoring authoring(ShippedCatalog catalog) {
        DefinitionCheck definitions = new DefinitionCheck(catalog, catalog, new NoSql());
        Authoring authoring = new Authoring(catalog, definitions, INSTALLATION);
        authoring.addCheck(definitions);
        return authoring;
    }

    /** Reports as they are made have no SQL. */
    private static final class NoSql implements Statistics {
        @Override
        public Calculation over(Store store, List<DataSet> dataSets, List<FactorSet> factorSets) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void check(Query.Sql query, List<DataSet> dataSets) {
            throw new UnsupportedOperationException();
        }
    }
}
