package dev.breakwater.app.view.saga;

import dev.breakwater.app.view.Selected;
import dev.breakwater.app.view.Selection;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.saga.SagaBoard;
import dev.breakwater.engine.model.saga.SagaView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The orders that the Sagas tab shows.
///
/// Rows change where they are at once; which orders are listed changes once a second, and not at all while somebody moves the pointer
/// in the list or walks through it, so that nobody clicks on a row that has just moved.
public final class SagasViewModel {
    static final Duration HOLD = Duration.ofSeconds(5);

    private final Selection selection;
    private final ObjectProperty<SagaFilter> filter = new SimpleObjectProperty<>(SagaFilter.ALL);
    private final StringProperty search = new SimpleStringProperty("");
    private Optional<Instant> touched = Optional.empty();
    private final ReadOnlyIntegerWrapper newer = new ReadOnlyIntegerWrapper();
    private final ObservableList<SagaRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<SagaBoard> board = new ReadOnlyObjectWrapper<>(SagaBoard.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<SagaDetails>> details = new ReadOnlyObjectWrapper<>(Optional.empty());
    private RunSnapshot run = RunSnapshot.EMPTY;
    private long listedSecond = -1;

    public SagasViewModel(Selection selection) {
        this.selection = selection;
        filter.subscribe(_ -> list());
        search.subscribe(_ -> list());
        selection.selectedProperty().subscribe(this::fillDetails);
    }

    public ObjectProperty<SagaFilter> filterProperty() {
        return filter;
    }

    /// Part of an order's id; the case of letters does not matter.
    public StringProperty searchProperty() {
        return search;
    }

    /// Somebody is about to choose: for the next [#HOLD] no order joins or leaves the list.
    public void touch() {
        touched = Optional.of(run.at());
    }

    /// The one who touched has left.
    public void release() {
        touched = Optional.empty();
    }

    /// Orders that would be listed if the list was not held.
    public ReadOnlyIntegerProperty newerProperty() {
        return newer.getReadOnlyProperty();
    }

    public ObservableList<SagaRow> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<SagaBoard> boardProperty() {
        return board.getReadOnlyProperty();
    }

    /// The selected order, as long as an order is selected.
    public ReadOnlyObjectProperty<Optional<SagaDetails>> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    public void select(String orderId) {
        selection.set(new Selected.OfOrder(orderId));
    }

    public void deselect() {
        if (selection.get() instanceof Selected.OfOrder) {
            selection.set(new Selected.None());
        }
    }

    /// Takes the newest state over.
    public void show(RunSnapshot newest) {
        run = newest;
        boolean changed = !newest.sagas().equals(board.get());
        if (changed) {
            board.set(newest.sagas());
            fillDetails();
        }
        if (!held() && run.at().getEpochSecond() != listedSecond) {
            list();
        } else if (changed) {
            refresh();
        }
    }

    private boolean held() {
        return !rows.isEmpty() && touched.filter(at -> run.at().isBefore(at.plus(HOLD))).isPresent();
    }

    /// Lists the orders that match now, also when held.
    public void list() {
        listedSecond = run.at().getEpochSecond();
        List<SagaRow> now = new ArrayList<>();
        for (SagaView saga : run.sagas().recent()) {
            if (matches(saga)) {
                now.add(SagaRow.of(saga, run.at()));
            }
        }
        if (sameOrders(now)) {
            for (int i = 0; i < now.size(); i++) {
                if (!now.get(i).equals(rows.get(i))) {
                    rows.set(i, now.get(i));
                }
            }
        } else {
            rows.setAll(now);
        }
        newer.set(0);
    }

    private boolean sameOrders(List<SagaRow> now) {
        boolean same = now.size() == rows.size();
        for (int i = 0; same && i < now.size(); i++) {
            same = now.get(i).orderId().equals(rows.get(i).orderId());
        }
        return same;
    }

    private void refresh() {
        Map<String, SagaView> known = new HashMap<>();
        run.sagas().recent().forEach(saga -> known.put(saga.orderId(), saga));
        for (int i = 0; i < rows.size(); i++) {
            SagaRow row = rows.get(i);
            SagaView saga = known.remove(row.orderId());
            if (saga != null && !saga.equals(row.saga())) {
                rows.set(i, SagaRow.of(saga, run.at()));
            }
        }
        newer.set((int) known.values().stream().filter(this::matches).count());
    }

    private boolean matches(SagaView saga) {
        return filter.get().matches(saga)
                && saga.orderId().toLowerCase(Locale.ROOT).contains(search.get().strip().toLowerCase(Locale.ROOT));
    }

    private void fillDetails() {
        if (!(selection.get() instanceof Selected.OfOrder(String orderId))) {
            details.set(Optional.empty());
            return;
        }
        Optional<SagaView> found = run.sagas().recent().stream().filter(saga -> saga.orderId().equals(orderId)).findFirst();
        Optional<SagaDetails> last = details.get().filter(known -> known.saga().orderId().equals(orderId));
        if (found.isPresent() && last.map(SagaDetails::saga).equals(found)) {
            return;
        }
        details.set(found.map(SagaDetails::of).or(() -> last));
    }
}
