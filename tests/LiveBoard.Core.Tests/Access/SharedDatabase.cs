using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Access;

/// <summary>One database for the many cases of a table; each makes its own boards in it.</summary>
public sealed class SharedDatabase : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    /// <summary>A board that only its own people may open, with what every command needs to be found on it.</summary>
    public async Task<TestBoard> MakeBoardAsync()
    {
        var board = await TestBoard.CreateAsync(Database, columns: 2, cardsPerColumn: 1);
        await board.AddLabelAsync();
        await board.CloseToWorkspaceAsync();
        return board;
    }

    /// <summary>A dashboard that only its own people may open, with widgets on it.</summary>
    public async Task<TestBoard> MakeDashboardAsync()
    {
        var board = await TestBoard.CreateAsync(Database, columns: 1, cardsPerColumn: 0);
        return await board.AddDashboardAsync(BoardVisibility.Private);
    }

    /// <summary>Takes the person into the board's workspace and gives them just this role on the board.</summary>
    public async Task GiveAsync(TestBoard board, Actor actor, BoardRole role)
    {
        await Database.JoinAsync(board.WorkspaceId, actor, WorkspaceRole.Member);
        await board.SetRoleAsync(actor, role);
    }
}
