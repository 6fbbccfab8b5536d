package io.guanxi.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.embedded.EmbeddedChannel;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnsweringEveryRequestTest {

    private final List<Runnable> requests = new ArrayList<>();

    @Test
    void a_client_whose_request_ends_in_an_error_of_the_machine_is_cut_off_and_does_not_wait_for_ever() {
        EmbeddedChannel client = new EmbeddedChannel(new RequestHandler(failing(), requests::add));
        client.writeInbound(new MongoMessage(client, new MessageHeader(0, 7), new Document("find", "events")));
        requests.forEach(Runnable::run);
        assertThat(client.isOpen()).isFalse();
    }

    private static MongoBackend failing() {
        return (MongoBackend) Proxy.newProxyInstance(
                MongoBackend.class.getClassLoader(),
                new Class<?>[] {MongoBackend.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("handleCommand")) {
                        throw new InternalError("said by a test");
                    }
                    return null;
                });
    }
}
