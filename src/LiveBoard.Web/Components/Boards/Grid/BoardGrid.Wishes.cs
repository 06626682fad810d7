using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Grids;
using LiveBoard.Core.Live;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Boards.Grid;

/// <summary>How the table looks, and what its browser half asks about that.</summary>
public sealed partial class BoardGrid
{
    internal void ShowLines(int first, int count)
    {
        _first = Math.Max(0, first);
        _count = Math.Clamp(count, 1, MostLines);
        LayOut();
        StateHasChanged();
    }

    internal void Resize(int column, int width)
    {
        if (IsColumn(column))
        {
            var clamped = Math.Clamp(width, GridColumns.MinWidth, GridColumns.MaxWidth);
            var columns = _view.Columns.SetItem(column, _view.Columns[column] with { Width = clamped });
            Apply(_view.Setup with { Columns = columns });
        }
    }

    internal void MoveColumn(int from, int to)
    {
        if (IsColumn(from) && IsColumn(to))
        {
            var columns = _view.Columns.RemoveAt(from).Insert(to, _view.Columns[from]);
            Apply(_view.Setup with { Columns = columns });
        }
    }

    internal void ToggleGroup(string name)
    {
        _view.Toggle(name);
        LayOut();
        StateHasChanged();
    }

    internal void TellCell(string cardId, int column) =>
        OnCell?.Invoke(
            Guid.TryParse(cardId, out var id) && IsColumn(column)
                ? new PresentCell(id, GridNotation.Of(_view.Columns[column].Cell))
                : null
        );

    internal void Pick(string cardId, string? fromId)
    {
        if (!Client.CanEdit || !Guid.TryParse(cardId, out var id))
        {
            return;
        }

        if (Guid.TryParse(fromId, out var from))
        {
            Client.Selection.ExtendTo(id, from, [.. _view.Rows.Select(r => r.Card.Id)]);
        }
        else
        {
            Client.Selection.Toggle(id);
        }
    }

    /// <summary>All, or none when all are picked.</summary>
    internal void PickAll()
    {
        if (Client.CanEdit)
        {
            var isAll = Client.Selection.Count == _view.Rows.Count;
            Client.Selection.Set(isAll ? [] : _view.Rows.Select(r => r.Card.Id));
        }
    }

    internal Task OpenAsync(string cardId) =>
        Guid.TryParse(cardId, out var id) && Client.Board.Cards.TryGetValue(id, out var card)
            ? OnOpen.InvokeAsync(card.Number)
            : Task.CompletedTask;

    internal Task OpenHeadMenuAsync(int column, double x, double y)
    {
        if (!IsColumn(column))
        {
            return Task.CompletedTask;
        }

        var (setup, shown, cell) = (_view.Setup, _view.Columns, _view.Columns[column].Cell);
        List<MenuEntry> entries =
        [
            Entry(GridTexts.SortUp, setup with { Sorts = [new GridSort(cell, false)] }),
            Entry(GridTexts.SortDown, setup with { Sorts = [new GridSort(cell, true)] }),
        ];
        if (!setup.Sorts.IsEmpty && setup.Sorts.All(s => s.Cell != cell))
        {
            entries.Add(Entry(GridTexts.SortThen, setup with { Sorts = setup.Sorts.Add(new GridSort(cell, false)) }));
        }

        if (cell.Kind is not (CellKind.Title or CellKind.Description))
        {
            entries.Add(
                setup.Group == cell
                    ? Entry(GridTexts.NoGroups, setup with { Group = null })
                    : Entry(GridTexts.GroupBy, setup with { Group = cell })
            );
        }

        if (column < 3)
        {
            entries.Add(Entry(GridTexts.FreezeTo, setup with { FrozenCount = column + 1 }));
        }

        if (setup.FrozenCount > 0)
        {
            entries.Add(Entry(GridTexts.Unfreeze, setup with { FrozenCount = 0 }));
        }

        if (column > 0)
        {
            entries.Add(new(BoardTexts.MoveLeft, () => Do(() => MoveColumn(column, column - 1))));
        }

        if (column < shown.Length - 1)
        {
            entries.Add(new(BoardTexts.MoveRight, () => Do(() => MoveColumn(column, column + 1))));
        }

        if (shown.Length > 1)
        {
            entries.Add(Entry(GridTexts.Hide, setup with { Columns = shown.RemoveAt(column) }));
        }

        return _menu.OpenAsync(entries, x, y);
    }

    private MenuEntry Entry(string text, GridSetup setup) => new(text, () => Do(() => Apply(setup)));

    private bool IsColumn(int column) => column >= 0 && column < _view.Columns.Length;

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
