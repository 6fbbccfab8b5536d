package io.guanxi.test.violators.mutableevent.domain;

class TicketOpened implements TicketEvent {
    private String subject = "";

    void subject(String value) {
        subject = value;
    }

    String subject() {
        return subject;
    }
}
