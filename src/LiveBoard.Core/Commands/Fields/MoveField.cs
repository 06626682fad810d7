using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Fields;

/// <summary>Puts a field elsewhere among the board's fields.</summary>
public sealed record MoveField : FieldCommand
{
    /// <summary>The field it goes before; null, or one that is not there any more, for the end.</summary>
    public Guid? BeforeFieldId { get; init; }

    private protected override Rejection? Change(
        BoardCommandContext context,
        CustomField field,
        IReadOnlyList<CustomField> all
    )
    {
        var ordered = all.OrderBy(f => f.Position, StringComparer.Ordinal).ToList();
        var next = ordered.SkipWhile(f => f != field).Skip(1).FirstOrDefault();
        var others = ordered.FindAll(f => f != field);
        var at = others.FindIndex(f => f.Id == BeforeFieldId);
        at = at < 0 ? others.Count : at;
        if ((at == others.Count ? null : others[at]) == next)
        {
            return null;
        }

        context.Undo = this with { CommandId = Guid.CreateVersion7(), BeforeFieldId = next?.Id };
        others.Insert(at, field);
        // A board has few fields: all get short keys anew, and none ever grows long.
        foreach (var (moved, key) in others.Zip(CardPosition.Spread(others.Count)))
        {
            moved.Position = key;
        }

        return null;
    }
}
