using LiveBoard.Core.Boards;
using LiveBoard.Core.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LiveBoard.Core.Tests.Data;

/// <summary>What is told is what was committed: after the commit, once, in order, and nothing that was not.</summary>
public sealed class InterceptorTests
{
    public static TheoryData<Provider, bool> Ways =>
        new MatrixTheoryData<Provider, bool>([Provider.Sqlite, Provider.PostgreSql], [false, true]);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Save_WithoutTransactionOfItsOwn_IsToldOnce(Provider provider, bool isAsync)
    {
        await using var scene = await SaveScene.OpenAsync(provider, isAsync);
        await using var db = scene.Open();
        scene.AddCard(db, "One");
        await scene.SaveAsync(db);
        scene.AddCard(db, "Second");

        await scene.SaveAsync(db);

        await scene.AssertToldAsync((1, "One"), (2, "Second"));
        // Of each save once: how many cards there are, and which of them changed.
        Assert.Equal(
            [nameof(CardCountChanged), nameof(CardsTouched), nameof(CardCountChanged), nameof(CardsTouched)],
            scene.HeardOfDirectory.Select(change => change.GetType().Name)
        );
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Save_OfOneStatement_WhichNeedsNoTransaction_IsToldOnce(Provider provider, bool isAsync)
    {
        await using var scene = await SaveScene.OpenAsync(provider, isAsync);
        await using var db = scene.Open();
        var owner = await db.People.SingleAsync(p => p.Id == scene.Board.Owner.PersonId);
        owner.Name = "Another name";

        await scene.SaveAsync(db);

        var told = Assert.IsType<PersonChanged>(Assert.Single(scene.HeardOfDirectory));
        Assert.Equal((owner.Id, "Another name"), (told.Person.Id, told.Person.Name));
        await scene.AssertToldAsync();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Save_OfNothing_TellsNothing(Provider provider, bool isAsync)
    {
        await using var scene = await SaveScene.OpenAsync(provider, isAsync);
        await using var db = scene.Open();
        _ = await db.Boards.ToListAsync();

        await scene.SaveAsync(db);

        await scene.AssertNothingHappenedAsync();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task TwoSaves_InOneTransaction_AreToldAtTheCommit_InOrder(Provider provider, bool isAsync)
    {
        await using var scene = await SaveScene.OpenAsync(provider, isAsync);
        await using var db = scene.Open();
        await using var transaction = await scene.BeginAsync(db);
        scene.AddCard(db, "One");
        await scene.SaveAsync(db);
        scene.AddCard(db, "Second");
        await scene.SaveAsync(db);
        Assert.Empty(scene.Heard);
        Assert.Empty(scene.HeardOfDirectory);

        await scene.CommitAsync(transaction);

        await scene.AssertToldAsync((1, "One"), (2, "Second"));
        Assert.Equal(2, scene.HeardOfDirectory.OfType<CardCountChanged>().Count());
        Assert.Equal(2, scene.HeardOfDirectory.OfType<CardsTouched>().Count());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Save_AfterATransaction_OnTheSameContext_IsToldAtOnce(Provider provider, bool isAsync)
    {
        await using var scene = await SaveScene.OpenAsync(provider, isAsync);
        await using var db = scene.Open();
        var transaction = await scene.BeginAsync(db);
        scene.AddCard(db, "One");
        await scene.SaveAsync(db);
        await scene.CommitAsync(transaction);
        await scene.CloseAsync(transaction);
        scene.AddCard(db, "Second");

        await scene.SaveAsync(db);

        await scene.AssertToldAsync((1, "One"), (2, "Second"));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public Task Transaction_RolledBack_TellsNothing_AlsoWhenTheNextOneCommits(Provider provider, bool isAsync) =>
        EndAndCommitNextAsync(provider, isAsync, (scene, transaction) => scene.RollBackAsync(transaction));

    [Theory]
    [MemberData(nameof(Ways))]
    public Task Transaction_LeftWithoutCommit_TellsNothing_AlsoWhenTheNextOneCommits(Provider provider, bool isAsync) =>
        EndAndCommitNextAsync(provider, isAsync, (_, _) => Task.CompletedTask);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Subscriber_WhoFails_FailsNeitherTheSaveNorTheOthers(Provider provider, bool isAsync)
    {
        await using var scene = await SaveScene.OpenAsync(provider, isAsync);
        using var broken = scene.Database.Bus.SubscribeBoard(
            scene.Board.Id,
            _ => throw new InvalidOperationException("A broken listener.")
        );
        var others = new List<long>();
        using var other = scene.Database.Bus.SubscribeBoard(scene.Board.Id, changes => others.Add(changes.Version));
        await using var db = scene.Open();
        scene.AddCard(db, "One");

        await scene.SaveAsync(db);

        await scene.AssertToldAsync((1, "One"));
        Assert.Equal([scene.Before.Version + 1], others);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Access_IsToldBeforeTheBoard(Provider provider, bool isAsync)
    {
        await using var scene = await SaveScene.OpenAsync(provider, isAsync);
        var order = new List<string>();
        using var board = scene.Database.Bus.SubscribeBoard(scene.Board.Id, _ => order.Add("board"));
        using var directory = scene.Database.Bus.SubscribeDirectory(change => order.Add(change.GetType().Name));
        await using var db = scene.Open();
        var row = await db.Boards.SingleAsync(b => b.Id == scene.Board.Id);
        row.Visibility = BoardVisibility.Private;

        await scene.SaveAsync(db);

        Assert.Equal([nameof(BoardListed), nameof(AccessChanged), "board"], order);
    }

    private static async Task EndAndCommitNextAsync(
        Provider provider,
        bool isAsync,
        Func<SaveScene, IDbContextTransaction, Task> end
    )
    {
        await using var scene = await SaveScene.OpenAsync(provider, isAsync);
        await using var db = scene.Open();
        var ended = await scene.BeginAsync(db);
        scene.AddCard(db, "One");
        await scene.SaveAsync(db);
        await end(scene, ended);
        await scene.CloseAsync(ended);
        await scene.AssertNothingHappenedAsync();
        db.ChangeTracker.Clear();
        await using var next = await scene.BeginAsync(db);
        scene.AddCard(db, "Second");
        await scene.SaveAsync(db);

        await scene.CommitAsync(next);

        await scene.AssertToldAsync((1, "Second"));
        Assert.Equal(2, scene.HeardOfDirectory.Count);
        Assert.Equal(new CardCountChanged(scene.Board.Id), scene.HeardOfDirectory[0]);
        var touched = Assert.IsType<CardsTouched>(scene.HeardOfDirectory[1]);
        Assert.Equal(
            scene.Heard[0].Events.OfType<CardUpserted>().Select(e => e.Card.Id).Order(),
            touched.CardIds.Order()
        );
    }
}
