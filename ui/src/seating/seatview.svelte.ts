const KEPT = 'seatView';

/** Whether seats are shown as a plan or one after another: a setting of this machine. */
class SeatView {
  plan = $state(true);

  begin() {
    this.plan = localStorage.getItem(KEPT) !== 'list';
  }

  toggle() {
    this.plan = !this.plan;
    localStorage.setItem(KEPT, this.plan ? 'plan' : 'list');
  }
}

export const seatView = new SeatView();
