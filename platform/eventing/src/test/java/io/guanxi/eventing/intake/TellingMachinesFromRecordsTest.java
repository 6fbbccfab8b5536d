package io.guanxi.eventing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine's failure passes and the record is tried again; a record's own failure parks its customer. */
class TellingMachinesFromRecordsTest {

    private static final ServerAddress SERVER = new ServerAddress();
    private static final BsonDocument NO_DETAILS = new BsonDocument();
    private static final int DUPLICATE_KEY = 11000;
    private static final int DOCUMENT_TOO_LARGE = 10334;

    @ParameterizedTest(name = "code {0}")
    @ValueSource(ints = {50, 64, 91, 134, 10107, 13388, 14031})
    void a_store_in_trouble_is_a_machines_failure_in_whatever_answer_it_says_so(int code) {
        assertThat(InfrastructureFailure.is(command(code))).as("command").isTrue();
        assertThat(InfrastructureFailure.is(write(code))).as("write").isTrue();
        assertThat(InfrastructureFailure.is(bulk(code))).as("bulk").isTrue();
        assertThat(InfrastructureFailure.is(new IllegalStateException(write(code))))
                .as("as a cause")
                .isTrue();
    }

    @ParameterizedTest(name = "code {0}")
    @ValueSource(ints = {DUPLICATE_KEY, DOCUMENT_TOO_LARGE})
    void what_the_store_will_never_take_is_the_records_failure(int code) {
        assertThat(InfrastructureFailure.is(command(code))).isFalse();
        assertThat(InfrastructureFailure.is(write(code))).isFalse();
        assertThat(InfrastructureFailure.is(bulk(code))).isFalse();
    }

    @Test
    void a_store_that_is_not_reached_is_a_machines_failure_and_a_bug_is_the_records() {
        assertThat(InfrastructureFailure.is(new MongoTimeoutException("away"))).isTrue();
        assertThat(InfrastructureFailure.is(new IllegalStateException("a bug"))).isFalse();
        assertThat(InfrastructureFailure.is(new StackOverflowError())).isFalse();
    }

    private static MongoException command(int code) {
        return new MongoCommandException(new BsonDocument("code", new BsonInt32(code)), SERVER);
    }

    private static MongoException write(int code) {
        return new MongoWriteException(new WriteError(code, "no text is looked at", NO_DETAILS), SERVER, Set.of());
    }

    private static MongoException bulk(int code) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(),
                List.of(new BulkWriteError(code, "no text is looked at", NO_DETAILS, 0)),
                null,
                SERVER,
                Set.of());
    }
}
