package io.guanxi.embedded.store;

import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.OffHeapStore;
import org.junit.jupiter.api.Test;

class KeepingHouseWhateverFailsTest {

    @Test
    void a_round_that_ends_in_an_error_of_the_machine_is_followed_by_the_next_one() {
        ExhaustedStore file = new ExhaustedStore();
        MVStore store =
                new MVStore.Builder().fileStore(file).autoCommitDisabled().open();
        file.exhausted = true;
        try (Housekeeping housekeeping =
                new Housekeeping(new StoreContext(store, new GroupCommit(store), new Cursors(new CursorRegistry())))) {
            await("a second round").atMost(Duration.ofSeconds(60)).until(() -> file.looks.get() >= 2);
        } finally {
            file.exhausted = false;
            store.close();
        }
    }

    private static final class ExhaustedStore extends OffHeapStore {

        private final AtomicInteger looks = new AtomicInteger();
        private volatile boolean exhausted;

        @Override
        public long size() {
            if (exhausted) {
                looks.incrementAndGet();
                throw new InternalError("said by a test");
            }
            return super.size();
        }
    }
}
