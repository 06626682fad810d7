using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;

namespace LiveBoard.Core.Commands.Widgets;

/// <summary>Makes a dashboard in a workspace; its maker becomes its administrator.</summary>
public sealed record CreateDashboard : BoardCommand
{
    /// <summary>What a useful dashboard begins with.</summary>
    private static readonly ImmutableArray<WidgetKind> Example =
    [
        WidgetKind.CardsPerColumn,
        WidgetKind.CumulativeFlow,
        WidgetKind.Throughput,
        WidgetKind.CycleTime,
        WidgetKind.AgeingWork,
        WidgetKind.DueThisWeek,
        WidgetKind.RecentActivity,
        WidgetKind.WhoIsHere,
    ];

    /// <summary>The workspace; the actor must be in it.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Who besides its members may open it.</summary>
    public BoardVisibility Visibility { get; init; } = BoardVisibility.Workspace;

    /// <summary>Boards that a first set of widgets is about, none for the whole workspace; null for no widgets.</summary>
    public IReadOnlyList<Guid>? ExampleFor { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Admin;

    /// <inheritdoc />
    internal override BoardKind? ForKind => null;

    /// <inheritdoc />
    internal override Task<BoardRole> GetRoleAsync(CommandAuthority authority, CancellationToken cancellationToken) =>
        authority.OnNewBoardAsync(WorkspaceId, cancellationToken);

    /// <inheritdoc />
    internal override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        var board = new NewBoard(WorkspaceId, Name, Visibility, BoardKind.Dashboard);
        if (await board.AddAsync(context, BoardId, cancellationToken) is { } refused)
        {
            return refused;
        }

        return ExampleFor is null ? null : await AddExampleAsync(context, [.. ExampleFor], cancellationToken);
    }

    private async Task<Rejection?> AddExampleAsync(
        BoardCommandContext context,
        ImmutableArray<Guid> boardIds,
        CancellationToken cancellationToken
    )
    {
        var settings = new WidgetSettings { BoardIds = boardIds };
        if (await WidgetWish.CheckAsync(context, Example[0], settings, known: null, cancellationToken) is { } unfit)
        {
            return unfit;
        }

        var json = settings.ToCanonical().ToJson();
        var all = new List<Widget>();
        foreach (var kind in Example)
        {
            var (width, height) = WidgetSizes.Of(kind);
            all.Add(
                new Widget
                {
                    Id = Guid.CreateVersion7(),
                    BoardId = BoardId,
                    Kind = kind,
                    Title = "",
                    Place = WidgetLayout.FindRoom(WidgetPlaces.Of(all), width, height),
                    Settings = json,
                    CreatedAt = context.Now,
                }
            );
            context.Log(ActivityKind.WidgetAdded, after: all[^1].Name);
        }

        context.Db.Widgets.AddRange(all);
        return null;
    }
}
