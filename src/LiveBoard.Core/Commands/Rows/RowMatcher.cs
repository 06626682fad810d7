using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>Finds the card that a row is about.</summary>
internal sealed class RowMatcher
{
    private readonly RowMapping _mapping;
    private readonly int _nextNumber;
    private readonly int _column;
    private readonly ILookup<string, CardSnapshot> _cards;

    public RowMatcher(BoardSnapshot board, int nextNumber, RowMapping mapping)
    {
        (_mapping, _nextNumber) = (mapping, nextNumber);
        var target = mapping.Key switch
        {
            RowKey.Number => RowTarget.Number,
            RowKey.Title => RowTarget.Of(CellKind.Title),
            RowKey.Field => RowTarget.Of(CellKind.Field, mapping.KeyFieldId),
            _ => RowTarget.Ignored,
        };
        var isOff = mapping.Key == RowKey.None || mapping.OnExisting == ExistingRows.Create;
        _column = isOff ? -1 : mapping.Targets.ToList().IndexOf(target);
        _cards = (_column < 0 ? [] : board.Cards.Values).ToLookup(KeyOf, StringComparer.Ordinal);
    }

    /// <summary>The card; null for a row that is a new one.</summary>
    public (CardSnapshot? Card, bool IsRefused) Find(RowInput row, RowProblems problems)
    {
        var text = _column < 0 ? "" : row.Cell(_column).Trim();
        if (text.Length == 0)
        {
            return (null, false);
        }

        var number = 0;
        if (
            _mapping.Key == RowKey.Number
            && !int.TryParse(text.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out number)
        )
        {
            problems.Add(RowFault.NotANumber, row.Number, _column, text);
            return (null, true);
        }

        var key = _mapping.Key == RowKey.Number ? number.ToString(CultureInfo.InvariantCulture) : text;
        switch (_cards[key].Take(2).ToList())
        {
            case [var card]:
                return (card, false);
            case [_, _]:
                problems.Add(RowFault.KeyAmbiguous, row.Number, _column, text);
                return (null, true);
            default:
                if (_mapping.Key != RowKey.Number || number >= _nextNumber)
                {
                    return (null, false);
                }

                problems.Add(RowFault.CardPutAway, row.Number, _column, text);
                return (null, true);
        }
    }

    private string KeyOf(CardSnapshot card) =>
        _mapping.Key switch
        {
            RowKey.Number => card.Number.ToString(CultureInfo.InvariantCulture),
            RowKey.Title => card.Title,
            // Cards without a value have no key, and no row asks for the empty one.
            _ => card.FieldValues.FirstOrDefault(v => v.FieldId == _mapping.KeyFieldId)?.Value ?? "",
        };
}
