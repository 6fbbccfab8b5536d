package io.guanxi.benchmarks.log;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/** A session and a transaction per thread, as an application server would bind them. Inner transactions join the outer one. */
final class SessionPerTransaction implements EntityManagerProvider, TransactionManager {

    private final EntityManagerFactory factory;
    private final ThreadLocal<@Nullable EntityManager> bound = new ThreadLocal<>();

    SessionPerTransaction(EntityManagerFactory factory) {
        this.factory = factory;
    }

    @Override
    public EntityManager getEntityManager() {
        EntityManager session = bound.get();
        if (session == null) {
            throw new IllegalStateException("no transaction on this thread");
        }
        return session;
    }

    @Override
    public Transaction startTransaction() {
        if (bound.get() != null) {
            return new Joined();
        }
        EntityManager session = factory.createEntityManager();
        session.getTransaction().begin();
        bound.set(session);
        return new Outer(session);
    }

    private static final class Joined implements Transaction {

        @Override
        public void commit() {
            // The outer one does.
        }

        @Override
        public void rollback() {
            // The exception goes on to the outer one.
        }
    }

    private final class Outer implements Transaction {

        private final EntityManager session;

        private Outer(EntityManager session) {
            this.session = session;
        }

        @Override
        public void commit() {
            try {
                session.getTransaction().commit();
            } finally {
                end();
            }
        }

        @Override
        public void rollback() {
            try {
                session.getTransaction().rollback();
            } finally {
                end();
            }
        }

        /** After a commit that failed, Axon rolls back too. */
        private void end() {
            bound.remove();
            session.close();
        }
    }
}
