using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Fields;

namespace LiveBoard.Core.Commands.Bulk;

/// <summary>
/// Does patches to cards of one board: all checked first, each done by what the command about one card does, people told in
/// the same commit. The number of statements does not depend on how many cards there are.
/// </summary>
/// <param name="context">The command's.</param>
/// <param name="cards">The cards by id, tracked with their parts.</param>
internal sealed class CardPatcher(BoardCommandContext context, IReadOnlyDictionary<Guid, Card> cards)
{
    private readonly List<(Card Card, Guid PersonId)> _given = [];
    private readonly List<(Card Card, Guid PersonId)> _taken = [];
    private readonly List<(Card Card, string Before)> _described = [];

    /// <summary>What takes it back; known when it is done.</summary>
    public IReadOnlyList<CardPatch> Inverse { get; private set; } = [];

    /// <summary>Does them all, or says why none is done.</summary>
    /// <param name="patches">What changes, each card once.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="joining">Columns of cards that are made beside, for their limits.</param>
    public async Task<Rejection?> ApplyAsync(
        IReadOnlyList<CardPatch> patches,
        CancellationToken cancellationToken,
        IReadOnlyList<Guid>? joining = null
    )
    {
        var facts = await PatchFacts.ReadAsync(context, cards, patches, cancellationToken);
        foreach (var patch in patches)
        {
            if (PatchCheck.Check(facts, cards[patch.CardId], patch) is { } refused)
            {
                return refused;
            }
        }

        if (await CheckRoomAsync(facts, patches, joining ?? [], cancellationToken) is { } full)
        {
            return full;
        }

        foreach (var patch in patches)
        {
            Apply(facts, cards[patch.CardId], patch);
        }

        Inverse = [.. patches.Select(p => p.Inverse())];
        await new BulkNews(context).TellAsync(_given, _taken, _described, cancellationToken);
        return null;
    }

    private Task<Rejection?> CheckRoomAsync(
        PatchFacts facts,
        IReadOnlyList<CardPatch> patches,
        IReadOnlyList<Guid> joining,
        CancellationToken cancellationToken
    )
    {
        var room = new ColumnRoom();
        foreach (var columnId in joining)
        {
            room.Join(columnId);
        }

        foreach (var patch in patches)
        {
            var card = cards[patch.CardId];
            var (from, to) = (card.ColumnId, patch.Place?.After.ColumnId ?? card.ColumnId);
            var isOnBoard = patch.Shelf is null ? card.IsOnBoard : patch.Shelf.After == CardShelf.Board;
            if (card.IsOnBoard && (from != to || !isOnBoard))
            {
                room.Leave(from);
            }

            if (isOnBoard && (from != to || !card.IsOnBoard))
            {
                room.Join(to);
            }
        }

        return room.CheckAsync(context, facts.Columns.Values, cancellationToken);
    }

    private void Apply(PatchFacts facts, Card card, CardPatch patch)
    {
        if (patch.Title is { } title)
        {
            RenameCard.Put(context, card, title.After);
        }

        if (patch.Description is { } description)
        {
            CardTextEdit.Replace(context, card, facts.Texts[card.Id], description.After);
            _described.Add((card, description.Before));
        }

        if (patch.Place is { } place)
        {
            MoveCard.Put(context, card, facts.Columns[place.After.ColumnId], place.After.Position);
        }

        if (patch.Start is { } start)
        {
            SetCardStart.Put(context, card, start.After);
        }

        if (patch.Due is { } due)
        {
            SetCardDue.Put(context, card, due.After.At, due.After.IsDone);
        }

        ApplyLinks(facts, card, patch);
        foreach (var step in patch.Fields)
        {
            var field = facts.Fields[step.FieldId];
            var words = (Words(facts, field, step.Before), Words(facts, field, step.After));
            SetCardField.Put(context, card, field, step.After, words);
        }

        if (patch.Shelf is { } shelf)
        {
            ShelveCards.Shelve(context, card, shelf.After);
        }
    }

    private void ApplyLinks(PatchFacts facts, Card card, CardPatch patch)
    {
        foreach (var id in patch.LabelsOff)
        {
            SetCardLabel.Put(context, card, facts.Labels[id], isOn: false);
        }

        foreach (var id in patch.LabelsOn)
        {
            SetCardLabel.Put(context, card, facts.Labels[id], isOn: true);
        }

        foreach (var id in patch.PeopleOff.Where(id => card.Assignees.Any(a => a.PersonId == id)))
        {
            SetCardAssignee.Put(context, card, id, facts.Names.GetValueOrDefault(id), isOn: false);
            _taken.Add((card, id));
        }

        foreach (var id in patch.PeopleOn.Where(id => card.Assignees.All(a => a.PersonId != id)))
        {
            SetCardAssignee.Put(context, card, id, facts.Names.GetValueOrDefault(id), isOn: true);
            _given.Add((card, id));
        }
    }

    private static string? Words(PatchFacts facts, CustomField field, FieldReading value) =>
        value.PersonId is { } id ? facts.Names.GetValueOrDefault(id) : FieldValueRules.Words(field, value.Value);
}
