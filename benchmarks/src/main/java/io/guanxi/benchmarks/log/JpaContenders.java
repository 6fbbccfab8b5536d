package io.guanxi.benchmarks.log;

import com.zaxxer.hikari.HikariDataSource;
import io.guanxi.benchmarks.log.Contender.Footprint;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.axonframework.eventsourcing.eventstore.jpa.DomainEventEntry;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SnapshotEventEntry;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.BinaryJdbcType;

/** Axon's own engine for relational databases, on PostgreSQL, set up as Axon's documentation advises. */
final class JpaContenders {

    static final String NAME = "Axon JPA on PostgreSQL";

    private static final int CONNECTIONS = 40;
    private static final int FILL_COMMIT = 50;

    private final PostgresProcess server;

    JpaContenders(PostgresProcess server) {
        this.server = server;
    }

    Contender open(String label, LogClock clock) throws SQLException {
        HikariDataSource pool = server.createDatabase("bench_" + label, CONNECTIONS);
        SessionFactory factory = factory(pool);
        SessionPerTransaction transactions = new SessionPerTransaction(factory);
        JpaEventStorageEngine engine = JpaEventStorageEngine.builder()
                .entityManagerProvider(transactions)
                .transactionManager(transactions)
                .eventSerializer(new SameBodies())
                .snapshotSerializer(SampleEvents.snapshotSerializer())
                .batchSize(MongoContenders.READ_BATCH)
                .build();
        return new EngineContender(
                NAME,
                engine,
                transactions,
                FILL_COMMIT,
                () -> footprint(pool),
                position -> transactions.fetchInTransaction(() -> engine.createTokenAt(clock.at(position))),
                () -> {
                    factory.close();
                    pool.close();
                });
    }

    private static SessionFactory factory(HikariDataSource pool) {
        Configuration configuration = new Configuration();
        configuration.addAnnotatedClass(DomainEventEntry.class);
        configuration.addAnnotatedClass(SnapshotEventEntry.class);
        configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
        configuration.getProperties().put(AvailableSettings.DIALECT, new Bytes());
        configuration.setProperty(AvailableSettings.HBM2DDL_AUTO, "create");
        configuration.setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, Integer.toString(FILL_COMMIT));
        return configuration.buildSessionFactory();
    }

    private static Footprint footprint(HikariDataSource pool) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet sizes = statement.executeQuery("SELECT pg_total_relation_size('DomainEventEntry'),"
                        + " pg_indexes_size('DomainEventEntry')")) {
            sizes.next();
            return new Footprint(sizes.getLong(1), sizes.getLong(2));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Bodies go into the row. By default they would be large objects, two for each event. */
    private static final class Bytes extends PostgreSQLDialect {

        @Override
        protected String columnType(int type) {
            return type == SqlTypes.BLOB ? "bytea" : super.columnType(type);
        }

        @Override
        public void contributeTypes(TypeContributions contributions, ServiceRegistry services) {
            super.contributeTypes(contributions, services);
            contributions
                    .getTypeConfiguration()
                    .getJdbcTypeRegistry()
                    .addDescriptor(SqlTypes.BLOB, BinaryJdbcType.INSTANCE);
        }
    }
}
