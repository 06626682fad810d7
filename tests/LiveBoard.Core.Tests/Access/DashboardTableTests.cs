using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Tests.Commands;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Access;

/// <summary>Every command on a dashboard does for every role what docs/access.md says.</summary>
public sealed class DashboardTableTests(SharedDatabase shared) : IClassFixture<SharedDatabase>
{
    public const string Heading = "Dashboard commands";

    private static readonly AccessTable Table = AccessTable.Under(Heading);

    public static TheoryData<string, string, string> RoleCells => new(Table.Cells("none", "admin"));

    public static TheoryData<string, string, string> ArchivedCells => new(Table.Cells("archived", "archived"));

    [Theory]
    [MemberData(nameof(RoleCells))]
    public async Task Command_ByRole_IsAnsweredAsTheTableSays(string command, string role, string answer)
    {
        var dashboard = await shared.MakeDashboardAsync();
        var actor = await shared.Database.AddUserAsync();
        await shared.GiveAsync(dashboard, actor, Enum.Parse<BoardRole>(role, ignoreCase: true));
        var before = await dashboard.ReadAsync();

        var result = await shared.Database.Commands.HandleAsync(Find(before, command), actor);

        Assert.Equal(answer, AccessAnswer.Of(result));
        Assert.Equal(result.IsDone ? before.Version + 1 : before.Version, (await dashboard.ReadAsync()).Version);
    }

    [Theory]
    [MemberData(nameof(ArchivedCells))]
    public async Task Command_ToAnArchivedDashboard_IsAnsweredAsTheTableSays(
        string command,
        string column,
        string answer
    )
    {
        var dashboard = await shared.MakeDashboardAsync();
        await dashboard.DoAsync(new ArchiveBoard { BoardId = dashboard.Id, IsArchived = true });

        var result = await shared.Database.Commands.HandleAsync(
            Find(await dashboard.ReadAsync(), command),
            dashboard.Owner
        );

        Assert.Equal("archived", column);
        Assert.Equal(answer == AccessAnswer.Yes ? null : RejectionCode.BoardArchived, result.Rejection?.Code);
    }

    private static BoardCommand Find(BoardSnapshot dashboard, string name) =>
        EveryCommand.OnWidgets(dashboard).Single(c => c.GetType().Name == name);
}
