package io.guanxi.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTroubleTest {

    private static final int DUPLICATE_KEY = 11000;
    private static final int DISK_FULL = 14031;
    private static final ServerAddress SERVER = new ServerAddress("127.0.0.1", 1);

    static Stream<MongoException> passing() {
        return Stream.of(
                new MongoTimeoutException("no server"),
                new MongoSocketReadException("reset", SERVER, new java.io.IOException("reset")),
                bulk(DISK_FULL, null),
                bulk(DUPLICATE_KEY, new WriteConcernError(64, "WriteConcernFailed", "waiting", new BsonDocument())),
                one(DISK_FULL));
    }

    static Stream<MongoException> ending() {
        return Stream.of(bulk(DUPLICATE_KEY, null), one(DUPLICATE_KEY), command(2), command(59));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void aStoreThatCannotBeReachedOrCannotWriteNowIsInTrouble(MongoException failure) {
        assertThat(StoreTrouble.mayPass(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ending")
    void anAnswerAboutTheRequestItselfIsNoTrouble(MongoException failure) {
        assertThat(StoreTrouble.mayPass(failure)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 50, 64, 89, 91, 134, 189, 262, 9001, 10107, 11600, 11602, 13388, 13435, 13436, 14031})
    void theServersOwnCodesForLaterMayPass(int code) {
        assertThat(StoreTrouble.mayPass(command(code))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"RetryableWriteError", "RetryableError", "TransientTransactionError", "SystemOverloadedError"})
    void theServersOwnLabelsForLaterMayPass(String label) {
        assertThat(StoreTrouble.mayPass(new MongoCommandException(
                        answer(2).append("errorLabels", new BsonArray(List.of(new BsonString(label)))), SERVER)))
                .isTrue();
    }

    @Test
    void whatIsNotOfTheDriverIsNoTroubleOfTheStore() {
        assertThat(StoreTrouble.mayPass(new IllegalStateException("ours"))).isFalse();
    }

    private static MongoException bulk(int code, @Nullable WriteConcernError concern) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(),
                List.of(new BulkWriteError(code, "refused", new BsonDocument(), 0)),
                concern,
                SERVER,
                Set.of());
    }

    private static MongoException one(int code) {
        return new MongoWriteException(new WriteError(code, "refused", new BsonDocument()), SERVER, Set.of());
    }

    private static MongoException command(int code) {
        return new MongoCommandException(answer(code), SERVER);
    }

    private static BsonDocument answer(int code) {
        return new BsonDocument("ok", new BsonInt32(0))
                .append("code", new BsonInt32(code))
                .append("errmsg", new BsonString("refused"));
    }
}
