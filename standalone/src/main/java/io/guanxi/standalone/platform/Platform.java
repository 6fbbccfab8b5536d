package io.guanxi.standalone.platform;

import io.guanxi.embedded.DataFolder;
import io.guanxi.embedded.EmbeddedBroker;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.standalone.data.DataLayout;
import io.guanxi.standalone.issuer.Issuer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A whole platform in this process. It opens the parts in the order in which they need each other and closes them in the
 * opposite order: gateway, services, issuer, broker, store. What was acknowledged is kept whichever way it ends.
 */
public final class Platform implements AutoCloseable {

    private final DataLayout data;
    private final PortPlan ports;
    private final Progress progress;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Map<Service, ConfigurableApplicationContext> running = new EnumMap<>(Service.class);

    private Platform(DataLayout data, PortPlan ports, Progress progress) {
        this.data = data;
        this.ports = ports;
        this.progress = progress;
    }

    /**
     * Starts everything and returns when every service answers.
     *
     * @throws io.guanxi.embedded.PortTaken if one of the ports is taken
     * @throws io.guanxi.embedded.DataFolderInUse if another process works on the folder
     */
    public static Platform start(DataLayout data, PortPlan ports, Progress progress) {
        Platform platform = new Platform(data, ports, progress);
        try {
            platform.open();
            return platform;
        } catch (RuntimeException | Error e) {
            platform.close();
            throw e;
        }
    }

    private void open() {
        open.push(DataFolder.claim(data.folder()));
        open.push(EmbeddedStore.start(data.infrastructure(), ports.store()));
        progress.step("store is ready");
        open.push(EmbeddedBroker.start(data.infrastructure(), ports.broker(), ports.controller()));
        progress.step("broker is ready");
        open.push(Issuer.start(data, "127.0.0.1", ports.issuer(), this::serviceSwitch));
        progress.step("issuer is ready");
        startServices();
    }

    /** Two at a time: starting a service is half computing and half waiting. */
    private void startServices() {
        try (ExecutorService starters = Executors.newFixedThreadPool(2)) {
            List<CompletableFuture<Void>> starts = List.of(Service.values()).stream()
                    .map(service -> CompletableFuture.runAsync(() -> startService(service), starters))
                    .toList();
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
        }
    }

    private void serviceSwitch(String name, boolean on) {
        Service service = List.of(Service.values()).stream()
                .filter(candidate -> candidate.shortName().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("service: " + name + " (expected: one of "
                        + List.of(Service.values()).stream()
                                .map(Service::shortName)
                                .toList() + ")"));
        if (on) {
            startService(service);
        } else {
            stopService(service);
        }
    }

    /** Starts one service; nothing happens if it runs. */
    public void startService(Service service) {
        synchronized (service) {
            if (running(service) != null) {
                return;
            }
            ConfigurableApplicationContext context =
                    service.application().registerShutdownHook(false).run(new ServiceSettings(data, ports).of(service));
            synchronized (running) {
                running.put(service, context);
            }
            progress.step(service.shortName() + " is ready");
        }
    }

    /** Stops one service as a roll-out would; nothing happens if it does not run. */
    public void stopService(Service service) {
        synchronized (service) {
            ConfigurableApplicationContext context = running(service);
            if (context != null) {
                context.close();
                synchronized (running) {
                    running.remove(service);
                }
            }
        }
    }

    private @Nullable ConfigurableApplicationContext running(Service service) {
        synchronized (running) {
            return running.get(service);
        }
    }

    @Override
    public void close() {
        for (Service service : Service.values()) {
            stopService(service);
        }
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                System.getLogger(Platform.class.getName()).log(System.Logger.Level.WARNING, "A part did not close", e);
            }
        }
    }
}
