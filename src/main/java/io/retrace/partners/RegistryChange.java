package io.retrace.partners;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Marks the current transaction as one that changes the registry, until it has ended either way. */
record RegistryChange(Runnable afterwards) implements TransactionSynchronization {

    static void begin(Runnable afterwards) {
        TransactionSynchronizationManager.registerSynchronization(new RegistryChange(afterwards));
    }

    static boolean underWay() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.getSynchronizations().stream()
                        .anyMatch(RegistryChange.class::isInstance);
    }

    @Override
    public void afterCompletion(int status) {
        afterwards.run();
    }
}
