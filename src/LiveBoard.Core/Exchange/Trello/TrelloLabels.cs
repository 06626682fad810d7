using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Plans;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>
/// The board's labels. Today they have ids; before 2014 a card carried their colours and the board gave names to
/// colours; in 2012 there were none.
/// </summary>
internal sealed class TrelloLabels
{
    private readonly TrelloContext _context;
    private readonly TrelloIds _ids;
    private readonly List<LabelPlan> _plans = [];
    private readonly Dictionary<(string Color, string Name), string> _byLook = [];

    public TrelloLabels(TrelloContext context, TrelloNode board)
    {
        _context = context;
        _ids = new TrelloIds(context, () => board.Objects("cards").SelectMany(card => card.Ids("idLabels")));
        if (context.IsTooMany(board.Count("labels"), Label.MaxPerBoard, "$.labels"))
        {
            return;
        }

        foreach (var label in board.Objects("labels"))
        {
            TrelloKnown.Note(label, "labels", context.Notes);
            Add(_ids.Claim(label), label.Text("color") ?? "", label.OptionalLine("name", Label.MaxNameLength));
        }

        if (!board.Declares("labels") && board.Object("labelNames") is { } names)
        {
            foreach (var color in names.Names)
            {
                if (names.OptionalLine(color, Label.MaxNameLength) is { Length: > 0 } name)
                {
                    Add(_ids.Next(color), color, name);
                }
            }
        }
    }

    public IReadOnlyList<LabelPlan> Plans => _plans;

    /// <summary>The labels of a card.</summary>
    public IReadOnlyList<string> OfCard(TrelloNode card)
    {
        var ids = card.Ids("idLabels");
        var unknown = ids.RemoveAll(id => !_ids.Contains(id));
        foreach (var label in card.Objects("labels"))
        {
            // With an id it is one of the board's; the card's list of ids may be missing or shorter.
            var id = label.Id("id") is { } known ? _ids.IfKnown(known) : ByLook(label);
            if (id is not null && !ids.Contains(id))
            {
                ids.Add(id);
            }
        }

        _context.Notes.Add(FidelityCode.UnknownLabel, unknown);
        return [.. ids.Distinct()];
    }

    private string ByLook(TrelloNode label)
    {
        var color = label.Text("color") ?? "";
        var name = label.OptionalLine("name", Label.MaxNameLength);
        if (!_byLook.TryGetValue((color, name), out var id))
        {
            id = _ids.Next(color);
            Add(id, color, name);
        }

        return id;
    }

    private void Add(string id, string color, string name)
    {
        _plans.Add(new LabelPlan(id, name, TrelloColors.Of(color, _context.Notes)));
        _byLook.TryAdd((color, name), id);
    }
}
