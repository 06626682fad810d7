using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LiveBoard.Core.Tests.Data;

/// <summary>Saves that fail or are cancelled tell nothing, count nothing, and leave a context that can be used.</summary>
public sealed class InterceptorFailureTests
{
    public static TheoryData<Provider, bool> Ways => InterceptorTests.Ways;

    public static TheoryData<Provider> Providers => [Provider.Sqlite, Provider.PostgreSql];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task FailedSave_TellsNothing(Provider provider, bool isAsync)
    {
        await using var scene = await SaveScene.OpenAsync(provider, isAsync);
        await using var db = scene.Open();
        scene.AddCard(db, "Nowhere", isPossible: false);

        await Assert.ThrowsAsync<DbUpdateException>(() => scene.SaveAsync(db));

        await scene.AssertNothingHappenedAsync();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Save_AfterAFailedOne_OnTheSameContext_IsTheNextVersion(Provider provider, bool isAsync)
    {
        await using var scene = await SaveScene.OpenAsync(provider, isAsync);
        await using var db = scene.Open();
        var wrong = scene.AddCard(db, "Nowhere", isPossible: false);
        await Assert.ThrowsAsync<DbUpdateException>(() => scene.SaveAsync(db));
        db.Entry(wrong).State = EntityState.Detached;
        scene.AddCard(db, "One");

        await scene.SaveAsync(db);

        await scene.AssertToldAsync((1, "One"));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task FailedSave_InATransaction_TakesNothingFromTheOthers(Provider provider, bool isAsync)
    {
        await using var scene = await SaveScene.OpenAsync(provider, isAsync);
        await using var db = scene.Open();
        await using var transaction = await scene.BeginAsync(db);
        scene.AddCard(db, "One");
        await scene.SaveAsync(db);
        var wrong = scene.AddCard(db, "Nowhere", isPossible: false);
        await Assert.ThrowsAsync<DbUpdateException>(() => scene.SaveAsync(db));
        db.Entry(wrong).State = EntityState.Detached;
        scene.AddCard(db, "Second");
        await scene.SaveAsync(db);
        Assert.Empty(scene.Heard);

        await scene.CommitAsync(transaction);

        await scene.AssertToldAsync((1, "One"), (2, "Second"));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task FailedSave_OfANewBoard_TriedAgain_BeginsAtOne(Provider provider, bool isAsync)
    {
        await using var scene = await SaveScene.OpenAsync(provider, isAsync);
        await using var db = scene.Open();
        var board = new Core.Boards.Board
        {
            Id = Guid.CreateVersion7(),
            WorkspaceId = scene.Board.WorkspaceId,
            Name = "New",
            CreatedAt = DateTime.UnixEpoch,
        };
        db.Boards.Add(board);
        var wrong = scene.AddCard(db, "Nowhere", isPossible: false);
        await Assert.ThrowsAsync<DbUpdateException>(() => scene.SaveAsync(db));
        db.Entry(wrong).State = EntityState.Detached;

        await scene.SaveAsync(db);

        Assert.Equal(1, (await scene.Database.ReadAsync(board.Id)).Version);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Save_OnAContextWhoseTransactionWasRolledBack_IsRefused(Provider provider, bool isAsync)
    {
        await using var scene = await SaveScene.OpenAsync(provider, isAsync);
        await using var db = scene.Open();
        var transaction = await scene.BeginAsync(db);
        scene.AddCard(db, "One");
        await scene.SaveAsync(db);
        await scene.RollBackAsync(transaction);
        await scene.CloseAsync(transaction);
        scene.AddCard(db, "Second");

        // The context believes that the rolled back version is there; the database knows better.
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => scene.SaveAsync(db));

        await scene.AssertNothingHappenedAsync();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Save_CancelledBeforeItBegins_TellsNothing_AndCanBeTriedAgain(Provider provider)
    {
        await using var scene = await SaveScene.OpenAsync(provider, isAsync: true);
        await using var db = scene.Open();
        scene.AddCard(db, "One");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scene.SaveAsync(db, new CancellationToken(true)));
        Assert.Empty(scene.Heard);

        await scene.SaveAsync(db);

        await scene.AssertToldAsync((1, "One"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Save_CancelledWhileItWrites_TellsNothing_AndCanBeTriedAgain(Provider provider)
    {
        await using var scene = await SaveScene.OpenAsync(provider, isAsync: true);
        using var cancelling = new CancelAtWrite();
        await using var db = scene.Open(cancelling);
        scene.AddCard(db, "One");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scene.SaveAsync(db, cancelling.Token));
        Assert.True(cancelling.HasCancelled);
        await scene.AssertNothingHappenedAsync();

        await scene.SaveAsync(db);

        await scene.AssertToldAsync((1, "One"));
    }

    /// <summary>Cancels its token when the first row is about to be written.</summary>
    private sealed class CancelAtWrite : DbCommandInterceptor, IDisposable
    {
        private readonly CancellationTokenSource _source = new();

        public CancellationToken Token => _source.Token;

        public bool HasCancelled => _source.IsCancellationRequested;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            if (eventData.CommandSource == CommandSource.SaveChanges)
            {
                _source.Cancel();
            }

            return ValueTask.FromResult(result);
        }

        public void Dispose() => _source.Dispose();
    }
}
