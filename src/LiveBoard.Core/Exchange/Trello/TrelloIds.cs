namespace LiveBoard.Core.Exchange.Trello;

/// <summary>
/// The ids of things of one kind. A second thing with the same id gets a new one as long as nothing refers to that
/// id; else nobody could say which of the two is meant, and the file is refused.
/// </summary>
internal sealed class TrelloIds(TrelloContext context, Func<IEnumerable<string?>> references)
{
    private readonly HashSet<string> _known = [];
    private HashSet<string?>? _referred;

    public bool Contains(string id) => _known.Contains(id);

    /// <summary>The id if it is known, else null.</summary>
    public string? IfKnown(string? id) => id is not null && _known.Contains(id) ? id : null;

    /// <summary>The id under which the thing is in the plan.</summary>
    public string Claim(TrelloNode node)
    {
        var id = node.RequiredId("id");
        if (_known.Add(id))
        {
            return id;
        }

        _referred ??= [.. references()];
        if (id.Length > 0 && _referred.Contains(id))
        {
            node.Refuse(ImportProblemCode.DuplicateId, node.PathOf("id"), Excerpt.Of(id));
        }
        else
        {
            context.Notes.Add(FidelityCode.DuplicateId);
        }

        return Next(id);
    }

    /// <summary>An id that is not taken, for a thing that the file does not have.</summary>
    public string Next(string stem)
    {
        var number = _known.Count;
        string id;
        do
        {
            id = $"{stem}#{++number}";
        } while (!_known.Add(id));

        return id;
    }
}
