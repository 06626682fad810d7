using System.Collections.Immutable;
using LiveBoard.Core.Access.Work;
using LiveBoard.Web.Components.Boards;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Work;

public sealed partial class WorkList
{
    /// <summary>What somebody has to do.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<WorkCard> Cards { get; set; }

    [Parameter, EditorRequired]
    public ImmutableArray<WorkCard> Mentioned { get; set; }

    [Parameter, EditorRequired]
    public ImmutableArray<WorkCard> Watched { get; set; }

    /// <summary>True to show what is folded away: something is looked for.</summary>
    [Parameter]
    public bool IsOpen { get; set; }

    [Inject]
    private DueClock Clock { get; set; } = null!;

    [Inject]
    private DueDates Dates { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private DateTime Now => Time.GetUtcNow().UtcDateTime;

    private IEnumerable<IGrouping<WorkTime, WorkCard>> Groups =>
        Cards
            .OrderBy(c => WorkPlan.PressesAt(c) ?? DateTime.MaxValue)
            .ThenBy(c => c.BoardName, StringComparer.CurrentCultureIgnoreCase)
            .ThenBy(c => c.BoardId)
            .ThenBy(c => c.Number)
            .GroupBy(c => Dates.TimeOf(c, Now))
            .OrderBy(g => g.Key);

    /// <inheritdoc />
    public void Dispose() => Clock.Ticked -= OnMinute;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            Clock.Ticked += OnMinute;
        }
    }

    private void OnMinute(DateTime before, DateTime now) =>
        _ = InvokeAsync(() =>
        {
            if (Cards.Concat(Mentioned).Concat(Watched).Any(card => Looks(card, before) != Looks(card, now)))
            {
                StateHasChanged();
            }
        });

    private (WorkTime Time, DueState State, DateOnly Today, int StepsOverdue) Looks(WorkCard card, DateTime at) =>
        (
            Dates.TimeOf(card, at),
            DueDates.StateOf(card.DueAt, card.IsDueDone, at),
            Dates.DayOf(at),
            card.Steps.Count(s => s.DueAt <= at)
        );
}
