/**
 * Rows of a table body that can be dragged to another place by the handle in them (`draggable="true"`). The keyboard has its
 * own way; this is only for the mouse.
 */
export const draggedRows = (place: (from: number, to: number) => void) => (body: HTMLElement) => {
  let from = -1;
  const rows = () => [...body.children];
  const at = (event: Event) => rows().findIndex((row) => row.contains(event.target as Node));
  /** Says where the row would go. */
  const mark = (to: number) => {
    for (const [index, row] of rows().entries())
      row.toggleAttribute('data-drop', index === to && to !== from);
  };
  const start = (event: DragEvent) => {
    from = at(event);
    const row = rows()[from];
    if (!row || !event.dataTransfer) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', String(from));
    event.dataTransfer.setDragImage(row, 0, 0);
  };
  const over = (event: DragEvent) => {
    if (from < 0) return;
    event.preventDefault();
    mark(at(event));
  };
  const drop = (event: DragEvent) => {
    if (from < 0) return;
    event.preventDefault();
    const to = at(event);
    if (to >= 0 && to !== from) place(from, to);
  };
  const end = () => {
    from = -1;
    mark(-1);
  };
  body.addEventListener('dragstart', start);
  body.addEventListener('dragover', over);
  body.addEventListener('drop', drop);
  body.addEventListener('dragend', end);
  return () => {
    body.removeEventListener('dragstart', start);
    body.removeEventListener('dragover', over);
    body.removeEventListener('drop', drop);
    body.removeEventListener('dragend', end);
  };
};
