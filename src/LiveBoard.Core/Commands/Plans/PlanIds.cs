namespace LiveBoard.Core.Commands.Plans;

/// <summary>The identities that things of one kind get for their ids within the plan.</summary>
internal sealed class PlanIds(PlanCheck check, string subject)
{
    private readonly Dictionary<string, Guid> _ids = [];

    /// <summary>A new identity for a thing; each id may be used once.</summary>
    public Guid Add(string id) => Add(id, Guid.CreateVersion7());

    public Guid Add(string id, Guid identity)
    {
        if (!_ids.TryAdd(id, identity))
        {
            check.Refuse(RejectionCode.ValueInvalid, subject, id);
        }

        return identity;
    }

    /// <summary>The identity of a thing that is referred to; it must be in the plan.</summary>
    public Guid Of(string id)
    {
        if (!_ids.TryGetValue(id, out var identity))
        {
            check.Refuse(RejectionCode.ValueInvalid, subject, id);
        }

        return identity;
    }

    public Guid? OfOptional(string? id) => id is null ? null : Of(id);
}
