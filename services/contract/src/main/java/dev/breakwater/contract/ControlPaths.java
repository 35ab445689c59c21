package dev.breakwater.contract;

/// The control port of every service: HTTP on loopback; each request carries `Authorization: Bearer <run token>`.
public final class ControlPaths {
    /// `GET` → JSON object of every switch; `PUT /control/switches/{name}` with body `{"value": …}`.
    public static final String SWITCHES = "/control/switches";
    /// `GET` → active call faults; `POST` `{"id","type":"delay|error", …}`; `DELETE /control/faults/{id}`.
    public static final String FAULTS = "/control/faults";

    private ControlPaths() {}
}
