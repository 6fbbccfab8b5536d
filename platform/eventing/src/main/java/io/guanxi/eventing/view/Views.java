package io.guanxi.eventing.view;

/** The views of this service. */
public interface Views {

    /** The documents of a view, also for those who are not its keeper. */
    <D> ViewStore<D> store(View<D> view);

    /**
     * Asks for all documents to be computed again from the first event. The present ones are read and kept up to date
     * until the new ones have caught up and take their place at once. It survives restarts; asking again starts anew.
     *
     * @throws io.guanxi.web.RequestRefused if there is no view of this name
     */
    void rebuild(String name);
}
