using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Tests.Live.History;

/// <summary>The parts of a board that its log promises to know, as text.</summary>
/// <param name="labels">Labels that there are today: one that was deleted leaves the past as well.</param>
/// <param name="travellers">Cards that were on another board meanwhile: what was done to them there is not in this board's log.</param>
internal sealed class PromisedParts(IReadOnlyCollection<Guid> labels, IReadOnlySet<Guid> travellers)
{
    public string Of(BoardSnapshot board) => string.Join('\n', [board.Header.Name, .. board.Columns.SelectMany(Lines)]);

    private IEnumerable<string> Lines(ColumnSnapshot column) =>
        [$"{column.Id} {column.Name} {column.WipLimit} {column.Stage}", .. column.Cards.Select(Line)];

    private string Line(CardSnapshot card)
    {
        var place = $"  {card.Id} {card.Title}";
        return travellers.Contains(card.Id)
            ? place
            : $"{place} #{card.Number} {card.StartAt:u} {card.DueAt:u} {card.IsDueDone} "
                + $"[{Ids(card.LabelIds.Where(labels.Contains))}] [{Ids(card.AssigneeIds)}] "
                + $"{card.CommentCount} {card.AttachmentCount}";
    }

    private static string Ids(IEnumerable<Guid> ids) => string.Join(' ', ids);
}
