using LiveBoard.Core.Events;

namespace LiveBoard.Core.Data;

/// <summary>Rows that are written past the tracker.</summary>
internal sealed partial class ChangeCapture
{
    private void Note(BulkRows bulk)
    {
        foreach (var card in bulk.Made.Concat(bulk.Changed))
        {
            var delta = Delta(card.BoardId);
            delta.Cards.Add(card);
            delta.Newcomers.Add(card.Id);
            _untracked.Add(card);
            _pending.Add(new CardCountChanged(card.BoardId));
        }

        foreach (var entry in bulk.Activity)
        {
            Delta(entry.BoardId).Activity.Add(entry);
        }
    }
}
