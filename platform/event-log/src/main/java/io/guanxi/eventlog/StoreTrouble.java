package io.guanxi.eventlog;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteError;
import java.util.Set;

/**
 * Tells a store in trouble from a request that it will never take. In trouble it may have carried out what failed here, and
 * the same request may pass later.
 *
 * <p>Only kinds and codes are looked at, never the text, which differs between servers.
 */
public final class StoreTrouble {

    /**
     * HostUnreachable, HostNotFound, MaxTimeMSExpired, WriteConcernFailed, NetworkTimeout, ShutdownInProgress,
     * ReadConcernMajorityNotAvailableYet, PrimarySteppedDown, ExceededTimeLimit, SocketException, NotWritablePrimary,
     * InterruptedAtShutdown, InterruptedDueToReplStateChange, StaleConfig, NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary,
     * OutOfDiskSpace, as in the server's list of error codes.
     */
    private static final Set<Integer> LATER =
            Set.of(6, 7, 50, 64, 89, 91, 134, 189, 262, 9001, 10107, 11600, 11602, 13388, 13435, 13436, 14031);

    private static final Set<String> LABELS_FOR_LATER =
            Set.of("RetryableWriteError", "RetryableError", "TransientTransactionError", "SystemOverloadedError");

    private StoreTrouble() {}

    /** Whether this failure of the driver is the store's, and not that of the request. Causes are not looked at. */
    public static boolean mayPass(Throwable failure) {
        return switch (failure) {
            case MongoExecutionTimeoutException slow -> true;
            case MongoServerUnavailableException unavailable -> true;
            case MongoWriteConcernException notReplicated -> true;
            case MongoBulkWriteException bulk ->
                bulk.getWriteConcernError() != null
                        || isLater(bulk)
                        || bulk.getWriteErrors().stream()
                                .map(WriteError::getCode)
                                .anyMatch(LATER::contains);
            case MongoWriteException one ->
                isLater(one) || LATER.contains(one.getError().getCode());
            case MongoCommandException refused -> isLater(refused) || LATER.contains(refused.getErrorCode());
            case MongoServerException refused -> isLater(refused) || LATER.contains(refused.getCode());
            // Not reached, not answered, not chosen: the server has not judged the request.
            case MongoException notJudged -> true;
            default -> false;
        };
    }

    private static boolean isLater(MongoException failure) {
        return LABELS_FOR_LATER.stream().anyMatch(failure::hasErrorLabel);
    }
}
