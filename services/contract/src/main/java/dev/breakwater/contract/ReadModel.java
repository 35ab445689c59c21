package dev.breakwater.contract;

/// Names in the read model: MongoDB database, collection and document fields.
public final class ReadModel {
    public static final String DATABASE = "orders";
    public static final String COLLECTION = "orders";
    public static final String ORDER_ID = "orderId";
    public static final String USER_ID = "userId";
    public static final String ITEMS = "items";
    public static final String TOTAL_AMOUNT = "totalAmount";
    public static final String STATUS = "status";
    public static final String CREATED_AT = "createdAt";
    public static final String UPDATED_AT = "updatedAt";

    private ReadModel() {}
}
