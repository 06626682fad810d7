using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Commands.Cells;

/// <summary>Reads the edits of cards that are there, and notes each that cannot be taken.</summary>
/// <param name="words">What the texts can name.</param>
/// <param name="cards">The cards, with their parts.</param>
/// <param name="texts">Descriptions as they are now, of the cards whose descriptions are edited.</param>
internal sealed class CellEditReader(
    CellVocabulary words,
    IReadOnlyDictionary<Guid, Card> cards,
    IReadOnlyDictionary<Guid, CardText> texts
)
{
    private readonly Dictionary<Guid, CardSnapshot> _shown = [];
    private readonly Dictionary<Guid, CardWish> _wishes = [];
    private readonly HashSet<(Guid, CellColumn)> _seen = [];
    private readonly List<CellProblem> _problems = [];

    public IReadOnlyList<CellProblem> Problems => _problems;

    /// <summary>What changes, in the order in which the cards come first.</summary>
    public IReadOnlyList<CardWish> Read(IReadOnlyList<CellEdit> edits)
    {
        var order = new List<CardWish>();
        foreach (var edit in edits)
        {
            if (Read(edit) is not { } value)
            {
                continue;
            }

            if (!_wishes.TryGetValue(edit.CardId, out var wish))
            {
                wish = _wishes[edit.CardId] = new CardWish(edit.CardId);
                order.Add(wish);
            }

            wish.Cells[edit.Column] = value;
        }

        foreach (var edit in edits.Where(e => e.Column.Kind == CellKind.Done))
        {
            if (_wishes.GetValueOrDefault(edit.CardId)?.IsDoneWithoutDue(cards[edit.CardId].DueAt) == true)
            {
                Note(edit, new CellProblem(CellFault.DoneWithoutDue, edit.Column, edit.Text));
            }
        }

        return order;
    }

    /// <summary>The value; null when there is nothing to do, or a problem.</summary>
    private CellValue? Read(CellEdit edit)
    {
        if (!_seen.Add((edit.CardId, edit.Column)))
        {
            Note(edit, new CellProblem(CellFault.Twice, edit.Column, edit.Text));
            return null;
        }

        if (cards.GetValueOrDefault(edit.CardId) is not { IsOnBoard: true } card)
        {
            Note(edit, new CellProblem(CellFault.CardNotFound, edit.Column, edit.Text));
            return null;
        }

        var now = CellText.Write(ShownAs(card), edit.Column, words);
        if (edit.Text == now)
        {
            // As it is: also a choice or a person that could not be chosen any more.
            if (edit.Column.Kind == CellKind.Field && !words.Fields.ContainsKey(edit.Column.FieldId ?? Guid.Empty))
            {
                Note(edit, new CellProblem(CellFault.FieldNotFound, edit.Column, edit.Text));
            }

            return null;
        }

        var reading = CellText.Read(edit.Column, edit.Text, words);
        if (edit.ReadAs is { } read && read != now && reading.Problem is null)
        {
            Note(edit, new CellProblem(CellFault.ChangedMeanwhile, edit.Column, edit.Text) { Detail = now });
            return null;
        }

        if (reading.Problem is { } problem)
        {
            Note(edit, problem);
        }

        return reading.Value;
    }

    private CardSnapshot ShownAs(Card card)
    {
        if (!_shown.TryGetValue(card.Id, out var shown))
        {
            shown = Snapshots.Of(card);
            _shown[card.Id] = shown = texts.TryGetValue(card.Id, out var text)
                ? shown with
                {
                    Description = text.Text,
                }
                : shown;
        }

        return shown;
    }

    private void Note(CellEdit edit, CellProblem problem) => _problems.Add(problem with { CardId = edit.CardId });
}
