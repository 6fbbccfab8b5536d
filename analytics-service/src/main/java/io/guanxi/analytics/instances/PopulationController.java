package io.guanxi.analytics.instances;

import io.guanxi.analytics.measuring.stream.LocalPopulation;
import io.guanxi.analytics.measuring.stream.PopulationForms;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells other instances of the customers that this one keeps; {@link InstanceGate} lets nobody else in. A partition that goes
 * away while it is told ends the answer without its end.
 */
@Hidden
@RestController
@RequestMapping(PopulationController.PATH)
class PopulationController {

    static final String PATH = "/internal/analytics/population";

    private final LocalPopulation population;

    PopulationController(LocalPopulation population) {
        this.population = population;
    }

    @GetMapping("/{tenant}/{partition}/customers")
    void customers(@PathVariable String tenant, @PathVariable int partition, HttpServletResponse response)
            throws IOException {
        Frames.Writer writer = writer(tenant, response);
        population.scan(tenant, only(partition), member -> write(writer, PopulationForms.pack(member)));
        writer.end();
    }

    @GetMapping("/{tenant}/{partition}/orders")
    void orders(@PathVariable String tenant, @PathVariable int partition, HttpServletResponse response)
            throws IOException {
        Frames.Writer writer = writer(tenant, response);
        population.orders(
                tenant, only(partition), (customer, order) -> write(writer, new OrderPiece(customer, order).packed()));
        writer.end();
    }

    private static Frames.Writer writer(String tenant, HttpServletResponse response) throws IOException {
        if (!CustomerKey.isTenant(tenant)) {
            throw RequestRefused.parameter("tenant", "must be the name of a tenant");
        }
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        return new Frames.Writer(response.getOutputStream());
    }

    private static SortedSet<Integer> only(int partition) {
        SortedSet<Integer> one = new TreeSet<>();
        one.add(partition);
        return one;
    }

    private static void write(Frames.Writer writer, byte[] piece) {
        try {
            writer.frame(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
