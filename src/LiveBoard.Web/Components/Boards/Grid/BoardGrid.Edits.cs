using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Grids;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Boards.Grid;

/// <summary>What is changed in the table, each wish one command and one undo.</summary>
public sealed partial class BoardGrid
{
    private static readonly string[] Done = ["ok"];

    internal string[] TooLong() => ["no", GridTexts.PasteTooLong];

    internal Task<string[]> EditAsync(GridPlace place, int column, string text, string? readAs)
    {
        if (!IsColumn(column))
        {
            return Task.FromResult(Done);
        }

        var cell = _view.Columns[column].Cell;
        if (CardAt(place) is { } card)
        {
            var edit = new CellEdit(card, cell, text, readAs);
            return SendAsync(new EditCells { BoardId = Client.BoardId, Edits = [edit] }, null);
        }

        var plan = GridPaste.Plan(
            _view,
            [],
            [
                [text],
            ],
            column,
            ColumnForNew
        );
        return SendAsync(plan, plan.NewCards.Count);
    }

    internal Task<string[]> PasteAsync(GridRange range, string text)
    {
        var rows = TsvText.Read(text);
        if (rows.Count == 0 || !IsColumn(range.FirstColumn) || !IsColumn(range.LastColumn))
        {
            return Task.FromResult(Done);
        }

        var (first, cards) = CardsFrom(range);
        if (rows is [[var only]] && cards.Count > 0)
        {
            // One value goes into every cell of the range.
            var width = range.LastColumn - range.FirstColumn + 1;
            rows = [.. Enumerable.Repeat<IReadOnlyList<string>>([.. Enumerable.Repeat(only, width)], cards.Count)];
        }
        else
        {
            cards = [.. GridPaste.CardsFrom(_view, first).Take(rows.Count)];
        }

        var plan = GridPaste.Plan(_view, cards, rows, range.FirstColumn, ColumnForNew);
        return SendAsync(plan, cards.Count + plan.NewCards.Count);
    }

    internal Task<string[]> ClearAsync(GridRange range) =>
        IsColumn(range.FirstColumn) && IsColumn(range.LastColumn) && CardsFrom(range).Cards is { Count: > 0 } cards
            ? SendAsync(Fill(range, cards, _ => ""), cards.Count)
            : Task.FromResult(Done);

    /// <summary>The first line of the range goes into all others of it.</summary>
    internal Task<string[]> FillDownAsync(GridRange range)
    {
        if (
            !IsColumn(range.FirstColumn)
            || !IsColumn(range.LastColumn)
            || CardsFrom(range).Cards is not { Count: > 1 } cards
        )
        {
            return Task.FromResult(Done);
        }

        var (source, words) = (Client.Board.Cards[cards[0]], Rows.WordsOf(Client.Board));
        return SendAsync(Fill(range, cards.Skip(1), cell => CellText.Write(source, cell, words)), cards.Count - 1);
    }

    /// <summary>A range as the clipboard takes it.</summary>
    internal string Copy(GridRange range)
    {
        if (!IsColumn(range.FirstColumn) || !IsColumn(range.LastColumn))
        {
            return "";
        }

        var words = Rows.WordsOf(Client.Board);
        return TsvText.Write(
            CardsFrom(range)
                .Cards.Select(id => CellsOf(range).Select(cell => CellText.Write(Client.Board.Cards[id], cell, words)))
        );
    }

    internal async Task<string[]> ReadChoicesAsync(int column)
    {
        if (!IsColumn(column))
        {
            return [];
        }

        var (board, cell) = (Client.Board, _view.Columns[column].Cell);
        var field = cell.FieldId is { } id ? board.Fields.GetValueOrDefault(id) : null;
        var words = Rows.WordsOf(board);
        return cell.Kind switch
        {
            CellKind.Column => [.. words.Columns.Choices.Select(c => c.Name)],
            CellKind.Labels => [.. words.Labels.Choices.Select(c => words.Labels.NameOf(c.Id))],
            CellKind.Assignees => await NamesAsync(),
            CellKind.Field when field?.Type == CustomFieldType.Person => await NamesAsync(),
            CellKind.Field when field?.Type == CustomFieldType.Select => [.. FieldNotation.ChoicesOf(field.Options)],
            _ => [],
        };
    }

    private async Task<string[]> NamesAsync() =>
        [.. (await People.ReadAsync(Client.BoardId, Client.Actor)).Select(p => p.Name)];

    /// <summary>Where a card goes that is typed below all others: to where the last one is, else to the first column.</summary>
    private Guid ColumnForNew =>
        _view.Rows.Count > 0 ? _view.Rows[^1].Card.ColumnId
        : Client.Board.Columns.IsEmpty ? Guid.Empty
        : Client.Board.Columns[0].Id;

    private EditCells Fill(GridRange range, IEnumerable<Guid> cards, Func<CellColumn, string> textOf) =>
        new()
        {
            BoardId = Client.BoardId,
            Edits = [.. cards.SelectMany(id => CellsOf(range).Select(cell => new CellEdit(id, cell, textOf(cell))))],
        };

    private IEnumerable<CellColumn> CellsOf(GridRange range) =>
        _view
            .Columns.Skip(Math.Min(range.FirstColumn, range.LastColumn))
            .Take(Math.Abs(range.LastColumn - range.FirstColumn) + 1)
            .Select(c => c.Cell);

    /// <summary>The card of a line as it is now; null for the line of new cards and for the head of a group.</summary>
    private Guid? CardAt(GridPlace place) =>
        Guid.TryParse(place.CardId, out var id) ? id
        : place.Line >= 0 && place.Line < _view.LineCount ? _view[place.Line].Row?.Card.Id
        : null;

    private int LineOf(GridPlace place) =>
        Guid.TryParse(place.CardId, out var id) && _view.LineOf(id) is var line and >= 0 ? line : place.Line;

    /// <summary>The first line of a range, and its cards from there.</summary>
    private (int First, IReadOnlyList<Guid> Cards) CardsFrom(GridRange range)
    {
        var (from, to) = (LineOf(range.From), LineOf(range.To));
        var first = Math.Max(0, Math.Min(from, to));
        return (first, [.. GridPaste.CardsFrom(_view, first, Math.Max(from, to))]);
    }

    private Task<string[]> SendAsync(EditCells plan, int count) =>
        SendAsync(plan with { BoardId = Client.BoardId }, GridTexts.Changed.With(Counts.Cards(count)));

    private async Task<string[]> SendAsync(EditCells wish, string? doneText)
    {
        if (!Client.CanEdit)
        {
            return ["no", GridTexts.ReadOnly];
        }

        if (wish.Edits.Count + wish.NewCards.Count == 0)
        {
            return Done;
        }

        var result = await Client.SendAsync(wish, doneText, isClashShown: true);
        return result.Rejection switch
        {
            null => Done,
            { Code: RejectionCode.ChangedMeanwhile, Cells: [var only] } => ["clash", only.Detail ?? ""],
            { Cells.Count: > 0 } rejection => ["no", GridWords.Of(rejection.Cells, Client.Board)],
            // Said already.
            _ => ["said"],
        };
    }
}
