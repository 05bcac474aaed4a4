package org.relais.medication;

import java.util.function.Supplier;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs one act of this room in one transaction that sees what others committed meanwhile. */
@Component
class Within {

    private final TransactionTemplate transaction;

    Within(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    <T> T one(Supplier<T> act) {
        var result = transaction.execute(status -> act.get());
        if (result == null) {
            throw new IllegalStateException("A transaction gave nothing");
        }
        return result;
    }
}
