package io.guanxi.embedded.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests of one client, one after the other. */
final class RequestHandler extends SimpleChannelInboundHandler<ClientRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

    private final MongoBackend backend;
    private final Executor requests;
    private final Queue<ClientRequest> waiting = new ArrayDeque<>();
    private boolean busy;
    private int replies;

    RequestHandler(MongoBackend backend, Executor requests) {
        this.backend = backend;
        this.requests = requests;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        synchronized (waiting) {
            waiting.add(request);
            if (busy) {
                return;
            }
            busy = true;
        }
        try {
            requests.execute(() -> answerAll(context));
        } catch (RejectedExecutionException e) {
            context.close();
        }
    }

    private void answerAll(ChannelHandlerContext context) {
        try {
            for (ClientRequest request = next(); request != null; request = next()) {
                context.writeAndFlush(reply(request));
            }
        } catch (RuntimeException | Error e) {
            LOG.error("A client is cut off, since its request cannot be answered", e);
            context.close();
        }
    }

    private @Nullable ClientRequest next() {
        synchronized (waiting) {
            ClientRequest request = waiting.poll();
            busy = request != null;
            return request;
        }
    }

    private Object reply(ClientRequest request) {
        MessageHeader header = new MessageHeader(++replies, request.getHeader().getRequestID());
        return switch (request) {
            case MongoMessage message ->
                new MongoMessage(message.getChannel(), header, answer(message, message.getDocument()));
            case MongoQuery query -> new MongoReply(header, answer(query, query.getQuery()));
            default -> throw new IllegalStateException("A request of an unknown kind: " + request.getClass());
        };
    }

    private Document answer(ClientRequest request, Document query) {
        Document command = query.get("$query") instanceof Document inner ? inner : query;
        String name = command.keySet().iterator().next();
        try {
            return backend.handleCommand(request.getChannel(), request.getDatabaseName(), name, command);
        } catch (MongoServerException e) {
            return error(e);
        } catch (RuntimeException e) {
            LOG.error("The store failed to answer the command {}", name, e);
            return error(new MongoServerException("The store failed: " + e));
        }
    }

    private static Document error(MongoServerException e) {
        Document error = new Document("ok", 0).append("errmsg", e.getMessageWithoutErrorCode());
        if (e instanceof MongoServerError coded) {
            error.append("code", coded.getCode());
            error.putIfNotNull("codeName", coded.getCodeName());
        }
        return error;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        backend.handleClose(context.channel());
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("A client's connection failed", cause);
        context.close();
    }
}
