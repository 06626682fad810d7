namespace LiveBoard.Core.Commands.Cells;

/// <summary>Something that can be named in a cell.</summary>
/// <param name="Id">What is meant.</param>
/// <param name="Name">How it is called; others may be called the same.</param>
/// <param name="Alias">What tells it from others of the same name; null for nothing.</param>
public sealed record CellName(Guid Id, string Name, string? Alias = null);

/// <summary>Finds things by name: as it is written, else in any case, else by alias. Immutable and thread-safe.</summary>
public sealed class NameBook
{
    private readonly ILookup<string, Guid> _exact;
    private readonly ILookup<string, Guid> _anyCase;
    private readonly ILookup<string, Guid> _aliases;
    private readonly Dictionary<Guid, CellName> _names;
    private readonly bool _isAliasWritten;

    /// <summary>A book of these.</summary>
    /// <param name="choices">What can be named.</param>
    /// <param name="others">What cannot, but may have to be written down.</param>
    /// <param name="isAliasWritten">False when aliases are for reading only: an e-mail address is nobody else's to show.</param>
    public NameBook(IEnumerable<CellName> choices, IEnumerable<CellName>? others = null, bool isAliasWritten = true)
    {
        _isAliasWritten = isAliasWritten;
        Choices = [.. choices];
        _exact = Choices.ToLookup(c => c.Name, c => c.Id, StringComparer.Ordinal);
        _anyCase = Choices.ToLookup(c => c.Name, c => c.Id, StringComparer.OrdinalIgnoreCase);
        _aliases = Choices
            .Where(c => c.Alias is not null)
            .ToLookup(c => c.Alias!, c => c.Id, StringComparer.OrdinalIgnoreCase);
        _names = Choices.Concat(others ?? []).DistinctBy(c => c.Id).ToDictionary(c => c.Id);
    }

    /// <summary>What can be named, in order.</summary>
    public IReadOnlyList<CellName> Choices { get; }

    /// <summary>Whom or what the name means: none, one, or several when it is not clear.</summary>
    public IReadOnlyList<Guid> Find(string name)
    {
        foreach (var book in new[] { _exact, _anyCase, _aliases })
        {
            // Something without a name is found by its alias only.
            if (name.Length > 0 && book.Contains(name))
            {
                return [.. book[name]];
            }
        }

        return [];
    }

    /// <summary>The shortest that leads back to it; its name when nothing does, and nothing for what is not in the book.</summary>
    public string NameOf(Guid id)
    {
        if (!_names.TryGetValue(id, out var known))
        {
            return "";
        }

        return _isAliasWritten && known.Alias is { } alias && !LeadsTo(known.Name, id) && LeadsTo(alias, id)
            ? alias
            : known.Name;
    }

    private bool LeadsTo(string name, Guid id) => Find(name) is [var only] && only == id;
}
