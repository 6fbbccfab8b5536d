package io.guanxi.standalone.simulation;

import java.math.BigDecimal;
import java.util.List;

/** What the simulated shop sells. */
record Article(String sku, String category, String brand, String name, BigDecimal price) {

    static final List<Article> RANGE = List.of(
            article("TEA-100", "tea", "Lion Peak", "Longjing green tea 100 g", "88.00"),
            article("TEA-250", "tea", "Old Horse Road", "Pu'er cake 250 g", "168.00"),
            article("CUP-001", "tableware", "Jade Kiln", "Celadon cup", "59.90"),
            article("POT-001", "tableware", "Jade Kiln", "Yixing pot", "399.00"),
            article("BOX-SET", "gifts", "Lion Peak", "Gift set, tea and two cups", "299.00"),
            article("INC-020", "home", "Quiet Hall", "Sandalwood incense, 20 sticks", "36.50"),
            article("SCR-001", "home", "Quiet Hall", "Silk scroll", "520.00"),
            article("FAN-003", "gifts", "West Lake", "Folding fan", "45.00"),
            article("SNK-010", "food", "West Lake", "Pineapple cakes, 10 pieces", "49.80"),
            article("SNK-020", "food", "Old Horse Road", "Sesame brittle", "18.80"));

    private static Article article(String sku, String category, String brand, String name, String price) {
        return new Article(sku, category, brand, name, new BigDecimal(price));
    }
}
