package io.guanxi.eventing.intake;

import com.mongodb.MongoException;
import io.guanxi.eventlog.CommandConflict;
import io.guanxi.eventlog.StoreTrouble;
import io.guanxi.eventlog.chain.ChainBroken;
import io.guanxi.eventlog.chain.OutcomeUnknown;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** A machine is broken, not the record: the same record may work later. */
public final class InfrastructureFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int DEEPEST_CAUSE = 20;

    InfrastructureFailure(@Nullable Throwable cause) {
        super(String.valueOf(cause), cause);
    }

    InfrastructureFailure(String message) {
        super(message);
    }

    /** Whether this, or what caused it, is a broken machine. */
    public static boolean is(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (isItself(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isItself(Throwable failure) {
        return switch (failure) {
            case InfrastructureFailure already -> true;
            case MongoException store -> StoreTrouble.mayPass(store);
            case OutcomeUnknown unknown -> true;
            case CommandConflict conflict -> true;
            case ConcurrencyException conflict -> true;
            case AggregateStreamCreationException conflict -> true;
            case ChainBroken broken -> true;
            case RetriableException retriable -> true;
            case org.apache.kafka.common.errors.InterruptException stopped -> true;
            case TimeoutException timeout -> true;
            case IOException io -> true;
            case InterruptedException stopped -> true;
            case RejectedExecutionException stopping -> true;
            case VirtualMachineError machine -> !(machine instanceof StackOverflowError);
            default -> false;
        };
    }
}
