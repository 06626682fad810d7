using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Dashboards.Flow;

/// <summary>Where a card stands: in a column and on the board, in a column and put away, or nowhere.</summary>
/// <param name="ColumnId">The column; null when the card was deleted or went to another board.</param>
/// <param name="IsAway">True when the card, or its column with it, is archived.</param>
internal readonly record struct CardPlace(Guid? ColumnId, bool IsAway);

/// <summary>From when on a card stood at a place.</summary>
/// <param name="At">UTC.</param>
/// <param name="Place">The place.</param>
internal readonly record struct CardStep(DateTime At, CardPlace Place);

/// <summary>When work on a card began and ended, by the stages that its columns have now.</summary>
/// <param name="CardId">The card.</param>
/// <param name="CreatedAt">When it came to the board, UTC.</param>
/// <param name="StartedAt">When it first came into a column in progress, UTC; null when it never did.</param>
/// <param name="DoneAt">Since when it is done, UTC; null while it is not. A card that was taken up again is done when it is done for good.</param>
public sealed record FlowItem(Guid CardId, DateTime CreatedAt, DateTime? StartedAt, DateTime? DoneAt)
{
    /// <summary>
    /// From when the card was made until it was done; null while it is not. (Lead time from the customer's side; the
    /// Kanban Guide leaves the word open. docs/metrics.md.)
    /// </summary>
    public TimeSpan? LeadTime => DoneAt - CreatedAt;

    /// <summary>
    /// From when work began until it was done; null while it is not, and for a card that was done without having been
    /// begun. ("Cycle Time" of the Kanban Guide, May 2025: the elapsed time between when a work item started and finished.)
    /// </summary>
    public TimeSpan? CycleTime => StartedAt <= DoneAt ? DoneAt - StartedAt : null;
}

/// <summary>A card's way over the board.</summary>
internal sealed class CardFlow(Guid cardId)
{
    private readonly List<CardStep> _steps = [];

    public Guid CardId => cardId;

    /// <summary>True when the card itself, not only its column, was put away.</summary>
    public bool IsShelved { get; set; }

    /// <summary>True after it was deleted or left the board.</summary>
    public bool IsGone { get; set; }

    /// <summary>The column it is in, or was in last.</summary>
    public Guid? ColumnId { get; set; }

    public IReadOnlyList<CardStep> Steps => _steps;

    public CardPlace? Place => _steps.Count == 0 ? null : _steps[^1].Place;

    /// <summary>The moment of a step: never before the one it follows, whatever the clocks of two nodes say.</summary>
    public DateTime After(DateTime at) => _steps.Count > 0 && _steps[^1].At > at ? _steps[^1].At : at;

    public void Add(CardStep step) => _steps.Add(step);

    /// <summary>Where it stood at a moment; null before it came.</summary>
    public CardPlace? PlaceAt(DateTime at)
    {
        CardPlace? place = null;
        foreach (var step in _steps)
        {
            if (step.At > at)
            {
                break;
            }

            place = step.Place;
        }

        return place;
    }

    /// <summary>Its times; null for a card that is not on the board any more: what was deleted counts for nothing.</summary>
    public FlowItem? Times(Func<Guid, ColumnStage> stageOf)
    {
        if (_steps.Count == 0 || _steps[^1].Place.ColumnId is null)
        {
            return null;
        }

        DateTime? startedAt = null;
        DateTime? doneAt = null;
        foreach (var (at, place) in _steps)
        {
            var stage = place.ColumnId is { } column ? stageOf(column) : ColumnStage.NotStarted;
            if (stage == ColumnStage.InProgress && !place.IsAway)
            {
                startedAt ??= at;
            }

            doneAt = stage == ColumnStage.Done ? doneAt ?? at : null;
        }

        return new FlowItem(cardId, _steps[0].At, startedAt, doneAt);
    }
}
