using System.Collections.Immutable;
using System.Text.Json;
using LiveBoard.Core.Boards;

namespace LiveBoard.Testing;

/// <summary>A snapshot as text that is the same for equal boards: records with immutable arrays compare by reference.</summary>
public static class SnapshotText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Of(BoardSnapshot board) =>
        JsonSerializer.Serialize(
            new
            {
                board.Version,
                board.Header,
                board.Columns,
                Cards = board.Cards.Values.OrderBy(c => c.Id),
                Labels = board.Labels.Values.OrderBy(l => l.Id),
                Fields = board.Fields.Values.OrderBy(f => f.Id),
                Widgets = board.Widgets.Values.OrderBy(w => w.Id),
                People = board.People.Values.OrderBy(p => p.Id),
            },
            Indented
        );

    /// <summary>The same without versions: what stands on the board, however often it was changed to get there.</summary>
    public static string OfContent(BoardSnapshot board) =>
        Of(
            board with
            {
                Version = 0,
                Cards = board.Cards.ToImmutableDictionary(c => c.Key, c => c.Value with { Version = 0 }),
                Columns =
                [
                    .. board.Columns.Select(column =>
                        column with
                        {
                            Cards = [.. column.Cards.Select(c => c with { Version = 0 })],
                        }
                    ),
                ],
            }
        );
}
