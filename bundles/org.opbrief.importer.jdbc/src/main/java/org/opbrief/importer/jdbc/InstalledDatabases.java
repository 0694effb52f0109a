package org.opbrief.importer.jdbc;

import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opbrief.api.data.DatabaseQuery;
import org.opbrief.api.data.Databases;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Progress;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.jdbc.DataSourceFactory;

/** Databases whose drivers bundles offer, as {@link DataSourceFactory} or as {@link Driver}. */
@Component
public final class InstalledDatabases implements Databases {
    private final List<DataSourceFactory> factories = new CopyOnWriteArrayList<>();
    private final List<Driver> drivers = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addFactory(DataSourceFactory factory) {
        factories.add(factory);
    }

    void removeFactory(DataSourceFactory factory) {
        factories.remove(factory);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDriver(Driver driver) {
        drivers.add(driver);
    }

    void removeDriver(Driver driver) {
        drivers.remove(driver);
    }

    @Override
    public long fetch(DatabaseQuery query, Path target, Progress progress) throws ImportException {
        Driver driver = driver(query.url())
                .orElseThrow(() -> new ImportException("No driver for " + query.url()
                        + " is installed; PostgreSQL's comes with Opbrief, others are installed as bundles that offer a"
                        + " DataSourceFactory or java.sql.Driver service."));
        return new Fetch(driver, query, target, progress).run();
    }

    private Optional<Driver> driver(String url) throws ImportException {
        try {
            List<Driver> all = new ArrayList<>(drivers);
            for (DataSourceFactory factory : factories) {
                all.add(factory.createDriver(new Properties()));
            }
            for (Driver driver : all) {
                if (driver.acceptsURL(url)) {
                    return Optional.of(driver);
                }
            }
            return Optional.empty();
        } catch (SQLException e) {
            throw new ImportException("The driver for " + url + " cannot be used: " + Fetch.words(e) + ".", e);
        }
    }
}
