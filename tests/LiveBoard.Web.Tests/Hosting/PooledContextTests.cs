using LiveBoard.Core.Data;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Hosting;

public sealed class PooledContextTests(SetUpApp setUp) : IClassFixture<SetUpApp>
{
    /// <summary>More than a pool holds.</summary>
    private const int Most = 2000;

    [Fact]
    public async Task WhatWasMeantForOneSave_IsForgotten_BeforeOthersGetTheContext()
    {
        var contexts = setUp.App.Services.GetRequiredService<IDbContextFactory<LiveBoardDbContext>>();
        LiveBoardDbContext used;
        await using (used = await contexts.CreateDbContextAsync(Xunit.TestContext.Current.CancellationToken))
        {
            used.Scope = new ChangeScope(Guid.CreateVersion7(), "hash", Guid.CreateVersion7(), "MoveCard");
        }

        var (isSame, scope) = TakeUntil(contexts, used);

        Assert.True(isSame);
        Assert.Null(scope);
    }

    /// <summary>Takes contexts until it is this one's turn, and tells what it says then.</summary>
    private static (bool IsSame, ChangeScope? Scope) TakeUntil(
        IDbContextFactory<LiveBoardDbContext> contexts,
        LiveBoardDbContext wanted
    )
    {
        List<LiveBoardDbContext> taken = [];
        try
        {
            do
            {
                taken.Add(contexts.CreateDbContext());
            } while (!ReferenceEquals(taken[^1], wanted) && taken.Count < Most);

            return (ReferenceEquals(taken[^1], wanted), taken[^1].Scope);
        }
        finally
        {
            taken.ForEach(context => context.Dispose());
        }
    }
}
