package io.guanxi.customer.file.command;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.customer.file.contact.KeyRing;
import io.guanxi.customer.file.contact.Profile;
import io.guanxi.customer.file.domain.ContactField;
import io.guanxi.customer.file.domain.CustomerCommand.CorrectContact;
import io.guanxi.customer.file.domain.CustomerCommand.LearnContact;
import io.guanxi.customer.file.domain.CustomerCommand.NoteOrder;
import io.guanxi.customer.file.domain.CustomerCommand.Register;
import io.guanxi.customer.file.domain.CustomerCommand.ReviewLifeCycle;
import io.guanxi.customer.file.domain.SealedValue;
import io.guanxi.eventlog.Commands;
import io.guanxi.kernel.Origin;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The files of all customers. Contact data goes in readable and is sealed before it becomes part of a command; nothing else
 * needs the customer's key.
 *
 * <p>Every method throws {@link io.guanxi.kernel.CommandRefused} for a {@code CustomerRejection} and what
 * {@link Commands#send} throws.
 */
@Component
public class CustomerFiles {

    private final Commands commands;
    private final KeyRing keys;

    CustomerFiles(Commands commands, KeyRing keys) {
        this.commands = commands;
        this.keys = keys;
    }

    public FileVersion note(CustomerKey customer, NoteOrder order, Origin origin, Instant happened) {
        return commands.send(new CustomerInstruction(customer.toString(), order), origin, happened);
    }

    public FileVersion register(
            CustomerKey customer, String shop, String externalId, Profile profile, Origin origin, Instant happened) {
        var registration = new Register(shop, externalId, sealed(customer, profile), happened);
        return commands.send(new CustomerInstruction(customer.toString(), registration), origin, happened);
    }

    public FileVersion learn(
            CustomerKey customer, String shop, String externalId, Profile profile, Origin origin, Instant happened) {
        var news = new LearnContact(shop, externalId, sealed(customer, profile), happened);
        return commands.send(new CustomerInstruction(customer.toString(), news), origin, happened);
    }

    /**
     * Corrects contact data; fields in neither argument stay as they are.
     *
     * @param expectedVersion null if any version will do
     */
    public FileVersion correct(
            CustomerKey customer,
            Profile profile,
            Set<ContactField> removed,
            @Nullable Long expectedVersion,
            Origin origin,
            Instant happened) {
        var correction = new CorrectContact(sealed(customer, profile), removed, expectedVersion, happened);
        return commands.send(new CustomerInstruction(customer.toString(), correction), origin, happened);
    }

    public FileVersion review(CustomerKey customer, Instant asOf, Origin origin) {
        return commands.send(new CustomerInstruction(customer.toString(), new ReviewLifeCycle(asOf)), origin, asOf);
    }

    private Map<ContactField, SealedValue> sealed(CustomerKey customer, Profile profile) {
        return profile.values().isEmpty() ? Map.of() : keys.sealFor(customer).seal(profile);
    }
}
