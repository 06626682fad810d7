using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using LiveBoard.Core.Live;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveBoard.Core.Tests.Live;

public sealed class LiveBoardStateTests
{
    [Theory]
    [InlineData(0, "Board")]
    [InlineData(1, "Told meanwhile")]
    public async Task WhatIsToldWhileTheBoardIsRead_IsApplied_UnlessItWasReadAlready(int ahead, string name)
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        var before = await board.ReadAsync();
        var told = new BoardChangeSet(
            board.Id,
            before.Version + ahead,
            Guid.CreateVersion7(),
            ActorId: null,
            DateTime.UnixEpoch,
            [new BoardUpserted(before.Header with { Name = "Told meanwhile" })],
            []
        );
        var reader = new BoardReader(new TellingContexts(database, () => database.Bus.Publish(told)), database.Writes);

        var state = await LiveBoardState.OpenAsync(
            board.Id,
            reader,
            database.Bus,
            NullLogger.Instance,
            CancellationToken.None
        );

        // Closing waits until all that was told is applied.
        await state!.DisposeAsync();
        Assert.Equal((before.Version + ahead, name), (state.Frame.Board.Version, state.Frame.Board.Header.Name));
    }

    /// <summary>Somebody commits whenever a context is made for reading.</summary>
    private sealed class TellingContexts(TestDatabase database, Action tell) : IDbContextFactory<LiveBoardDbContext>
    {
        public LiveBoardDbContext CreateDbContext()
        {
            tell();
            return database.CreateDbContext();
        }
    }
}
