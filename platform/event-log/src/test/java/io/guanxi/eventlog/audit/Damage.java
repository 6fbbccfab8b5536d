package io.guanxi.eventlog.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/** What may happen to a log. */
enum Damage {
    COMMIT_REMOVED {
        @Override
        void hurt(List<BsonDocument> log, int at, RandomGenerator random) {
            log.remove(at);
        }
    },
    TAIL_CUT {
        @Override
        void hurt(List<BsonDocument> log, int at, RandomGenerator random) {
            log.subList(at, log.size()).clear();
        }
    },
    MOVED_BACK {
        @Override
        void hurt(List<BsonDocument> log, int at, RandomGenerator random) {
            moveAllFrom(log, Math.max(1, at), -1);
        }
    },
    MOVED_ON {
        @Override
        void hurt(List<BsonDocument> log, int at, RandomGenerator random) {
            moveAllFrom(log, at, 1 + random.nextInt(3));
        }
    },
    SWAPPED {
        @Override
        void hurt(List<BsonDocument> log, int at, RandomGenerator random) {
            log.add(Math.max(1, at) - 1, log.remove(Math.max(1, at)));
        }
    },
    STORED_TWICE {
        @Override
        void hurt(List<BsonDocument> log, int at, RandomGenerator random) {
            BsonDocument again = log.get(at).clone();
            log.add(again.append("_id", new BsonInt64(RandomLog.end(log))));
        }
    },
    OTHER_COUNT {
        @Override
        void hurt(List<BsonDocument> log, int at, RandomGenerator random) {
            BsonDocument commit = log.get(at);
            commit.append("n", new BsonInt32(commit.getInt32("n").getValue() + 1 + random.nextInt(3)));
        }
    },
    EVENT_REMOVED {
        @Override
        void hurt(List<BsonDocument> log, int at, RandomGenerator random) {
            log.get(at).getArray("events").removeFirst();
        }
    },
    OTHER_VERSION {
        @Override
        void hurt(List<BsonDocument> log, int at, RandomGenerator random) {
            BsonDocument commit = log.get(at);
            commit.append("version", new BsonInt64(commit.getInt64("version").getValue() + 1));
        }
    },
    FIELD_LOST {
        @Override
        void hurt(List<BsonDocument> log, int at, RandomGenerator random) {
            remove(log.get(at), random);
        }
    },
    FIELD_OF_ANOTHER_TYPE {
        @Override
        void hurt(List<BsonDocument> log, int at, RandomGenerator random) {
            BsonDocument commit = log.get(at);
            List<String> fields = new ArrayList<>(commit.keySet());
            commit.append(fields.get(random.nextInt(fields.size())), new BsonDocument());
        }
    },
    FIELD_OF_AN_EVENT_LOST {
        @Override
        void hurt(List<BsonDocument> log, int at, RandomGenerator random) {
            remove(event(log.get(at), random), random);
        }
    },
    EVENT_REPEATED {
        @Override
        void hurt(List<BsonDocument> log, int at, RandomGenerator random) {
            BsonValue id =
                    log.getFirst().getArray("events").getFirst().asDocument().get("id");
            event(log.get(Math.max(1, at)), random).append("id", id);
        }
    },
    NAME_UNKNOWN {
        @Override
        void hurt(List<BsonDocument> log, int at, RandomGenerator random) {
            event(log.get(at), random).append("name", new BsonString("sample.forgotten"));
        }
    },
    BODY_CUT {
        @Override
        void hurt(List<BsonDocument> log, int at, RandomGenerator random) {
            event(log.get(at), random).append("body", new BsonString("{\"n\":"));
        }
    },
    OTHER_TENANT {
        @Override
        void hurt(List<BsonDocument> log, int at, RandomGenerator random) {
            event(log.get(at), random).append("tenant", new BsonString("initech"));
        }
    };

    abstract void hurt(List<BsonDocument> log, int at, RandomGenerator random);

    private static void moveAllFrom(List<BsonDocument> log, int at, long by) {
        for (BsonDocument commit : log.subList(at, log.size())) {
            commit.append("_id", new BsonInt64(commit.getInt64("_id").getValue() + by));
        }
    }

    private static BsonDocument event(BsonDocument commit, RandomGenerator random) {
        List<BsonValue> events = commit.getArray("events");
        return events.get(random.nextInt(events.size())).asDocument();
    }

    private static void remove(BsonDocument document, RandomGenerator random) {
        List<String> fields = new ArrayList<>(document.keySet());
        document.remove(fields.get(random.nextInt(fields.size())));
    }
}
