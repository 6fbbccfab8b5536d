package io.guanxi.standalone.simulation;

import java.math.BigDecimal;
import java.util.List;

/** What the simulated shop sells. */
record Article(String sku, String category, String name, BigDecimal price) {

    static final List<Article> RANGE = List.of(
            article("TEA-100", "tea", "Longjing green tea 100 g", "88.00"),
            article("TEA-250", "tea", "Pu'er cake 250 g", "168.00"),
            article("CUP-001", "tableware", "Celadon cup", "59.90"),
            article("POT-001", "tableware", "Yixing pot", "399.00"),
            article("BOX-SET", "gifts", "Gift set, tea and two cups", "299.00"),
            article("INC-020", "home", "Sandalwood incense, 20 sticks", "36.50"),
            article("SCR-001", "home", "Silk scroll", "520.00"),
            article("FAN-003", "gifts", "Folding fan", "45.00"),
            article("SNK-010", "food", "Pineapple cakes, 10 pieces", "49.80"),
            article("SNK-020", "food", "Sesame brittle", "18.80"));

    private static Article article(String sku, String category, String name, String price) {
        return new Article(sku, category, name, new BigDecimal(price));
    }
}
