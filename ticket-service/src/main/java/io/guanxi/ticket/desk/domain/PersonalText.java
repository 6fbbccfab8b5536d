package io.guanxi.ticket.desk.domain;

/**
 * Words by or about a person. They are kept with the ticket, are never published and never logged. Being a value of
 * its own, the text can be stored under a key of its customer without a change to any event.
 *
 * @param plain the readable words
 */
public record PersonalText(String plain) {

    @Override
    public String toString() {
        return "PersonalText[" + plain.length() + " characters]";
    }
}
