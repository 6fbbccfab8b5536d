package io.guanxi.customer.file.domain;

import static io.guanxi.customer.file.domain.ContactField.EMAIL;
import static io.guanxi.customer.file.domain.ContactField.NAME;
import static io.guanxi.customer.file.domain.CustomerScenario.after;
import static io.guanxi.customer.file.domain.CustomerScenario.day;
import static io.guanxi.customer.file.domain.CustomerScenario.given;
import static io.guanxi.customer.file.domain.CustomerScenario.order;

import io.guanxi.customer.file.domain.CustomerCommand.CorrectContact;
import io.guanxi.customer.file.domain.CustomerCommand.LearnContact;
import io.guanxi.customer.file.domain.CustomerCommand.Register;
import io.guanxi.customer.file.domain.CustomerEvent.ContactChanged;
import io.guanxi.customer.file.domain.CustomerEvent.ContactConfirmed;
import io.guanxi.customer.file.domain.CustomerEvent.CustomerRecognised;
import io.guanxi.customer.file.domain.CustomerEvent.CustomerRegistered;
import io.guanxi.customer.file.domain.CustomerEvent.StageDateCorrected;
import io.guanxi.customer.file.domain.CustomerRejection.CustomerUnknown;
import io.guanxi.customer.file.domain.CustomerRejection.FileHasChanged;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeepingContactDataTest {

    private static final SealedValue ANA = value("ana");
    private static final SealedValue MAIL = value("mail");
    private static final SealedValue OTHER_MAIL = value("other mail");

    @Test
    void aRegistrationOpensAFileWithTheContactDataOfTheShop() {
        given().when(register(Map.of(NAME, ANA, EMAIL, MAIL), day(0)))
                .then(
                        new CustomerRegistered("cdnow", "00021", day(0)),
                        new ContactChanged(
                                Map.of(NAME, new ContactChange(null, ANA), EMAIL, new ContactChange(null, MAIL)),
                                day(0)))
                .standsAt(Stage.POTENTIAL, day(0));
    }

    @Test
    void aRegistrationWithoutContactDataIsOne() {
        given().when(register(Map.of(), day(0))).then(new CustomerRegistered("cdnow", "00021", day(0)));
    }

    @Test
    void aRepeatedRegistrationIsOneEffectAlthoughTheCiphersDiffer() {
        var sealedAgain = new SealedValue("key", "another cipher", ANA.fingerprint());
        after(register(Map.of(NAME, ANA), day(0)))
                .when(register(Map.of(NAME, sealedAgain), day(0)))
                .thenNothing();
    }

    @Test
    void aValueThatIsSaidAgainLaterStaysWhateverWasSaidInBetween() {
        after(register(Map.of(EMAIL, MAIL), day(0)))
                .when(learn(Map.of(EMAIL, MAIL), day(5)))
                .then(new ContactConfirmed(Set.of(EMAIL), day(5)))
                .when(learn(Map.of(EMAIL, OTHER_MAIL), day(3)))
                .thenNothing()
                .when(learn(Map.of(EMAIL, OTHER_MAIL), day(6)))
                .then(new ContactChanged(Map.of(EMAIL, new ContactChange(MAIL, OTHER_MAIL)), day(6)));
    }

    @Test
    void aCustomerWhoOrderedBeforeIsRegisteredAndNotRecognisedAgain() {
        after(order("A-1", day(0)))
                .when(register(Map.of(), day(1)))
                .then(new CustomerRegistered("cdnow", "00021", day(1)))
                .standsAt(Stage.ACTIVE, day(0));
    }

    @Test
    void aRegistrationThatComesLateShowsThatTheCustomerWasKnownEarlier() {
        after(learn(Map.of(EMAIL, MAIL), day(5)))
                .when(register(Map.of(), day(3)))
                .then(
                        new CustomerRegistered("cdnow", "00021", day(3)),
                        new StageDateCorrected(Stage.POTENTIAL, day(3)));
    }

    @Test
    void newsOfAnUnknownCustomerRecognisesThem() {
        given().when(learn(Map.of(EMAIL, MAIL), day(0)))
                .then(
                        new CustomerRecognised("cdnow", "00021", day(0)),
                        new ContactChanged(Map.of(EMAIL, new ContactChange(null, MAIL)), day(0)));
    }

    @Test
    void onlyFieldsThatChangedAreWritten() {
        after(register(Map.of(NAME, ANA, EMAIL, MAIL), day(0)))
                .when(learn(Map.of(NAME, ANA, EMAIL, OTHER_MAIL), day(1)))
                .then(
                        new ContactChanged(Map.of(EMAIL, new ContactChange(MAIL, OTHER_MAIL)), day(1)),
                        new ContactConfirmed(Set.of(NAME), day(1)));
    }

    @Test
    void ofTwoThatHappenedAtOnceTheFirstToComeStays() {
        after(register(Map.of(EMAIL, MAIL), day(0)))
                .when(learn(Map.of(EMAIL, OTHER_MAIL), day(0)))
                .thenNothing();
    }

    @Test
    void oldNewsThatComesLateDoesNotReplaceWhatIsNewer() {
        after(register(Map.of(NAME, ANA), day(0)), learn(Map.of(EMAIL, OTHER_MAIL), day(5)))
                .when(learn(Map.of(EMAIL, MAIL), day(3)))
                .thenNothing();
    }

    @Test
    void aCorrectionAlwaysWinsAndCanRemoveAValue() {
        after(register(Map.of(NAME, ANA, EMAIL, MAIL), day(5)))
                .when(new CorrectContact(Map.of(EMAIL, OTHER_MAIL), Set.of(NAME), 2L, day(3)))
                .then(new ContactChanged(
                        Map.of(NAME, new ContactChange(ANA, null), EMAIL, new ContactChange(MAIL, OTHER_MAIL)),
                        day(3)));
    }

    @Test
    void newsThatComesAgainDoesNotUndoACorrectionWhoseClockIsBehind() {
        var news = learn(Map.of(EMAIL, MAIL), day(5));
        after(register(Map.of(), day(0)), news, new CorrectContact(Map.of(EMAIL, OTHER_MAIL), Set.of(), null, day(3)))
                .when(news)
                .thenNothing()
                .when(learn(Map.of(EMAIL, MAIL), day(4)))
                .thenNothing();
    }

    @Test
    void whatACorrectionFoundRightIsNotReplacedByOlderNews() {
        after(register(Map.of(EMAIL, MAIL), day(0)))
                .when(new CorrectContact(Map.of(EMAIL, MAIL), Set.of(), null, day(5)))
                .then(new ContactConfirmed(Set.of(EMAIL), day(5)))
                .when(learn(Map.of(EMAIL, OTHER_MAIL), day(3)))
                .thenNothing();
    }

    @Test
    void whatIsRemovedThoughItWasNotThereIsNotBroughtByOlderNews() {
        after(register(Map.of(NAME, ANA), day(0)))
                .when(new CorrectContact(Map.of(), Set.of(EMAIL), null, day(2)))
                .then(new ContactConfirmed(Set.of(EMAIL), day(2)))
                .when(learn(Map.of(EMAIL, MAIL), day(1)))
                .thenNothing();
    }

    @Test
    void aCorrectionOfAFileThatHasChangedSinceIsRefused() {
        after(register(Map.of(NAME, ANA), day(0)), order("A-1", day(1)))
                .when(new CorrectContact(Map.of(EMAIL, MAIL), Set.of(), 2L, day(2)))
                .thenRefused(new FileHasChanged(2, 4));
    }

    @Test
    void anUnknownCustomerCannotBeCorrected() {
        given().when(new CorrectContact(Map.of(EMAIL, MAIL), Set.of(), null, day(2)))
                .thenRefused(new CustomerUnknown());
    }

    private static SealedValue value(String text) {
        return new SealedValue("key", "cipher of " + text, "fingerprint of " + text);
    }

    private static Register register(Map<ContactField, SealedValue> contact, Instant at) {
        return new Register("cdnow", "00021", contact, at);
    }

    private static LearnContact learn(Map<ContactField, SealedValue> contact, Instant at) {
        return new LearnContact("cdnow", "00021", contact, at);
    }
}
