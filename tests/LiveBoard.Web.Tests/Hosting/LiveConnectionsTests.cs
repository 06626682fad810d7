using LiveBoard.Core.Access;
using LiveBoard.Web.Hosting;
using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Tests.Hosting;

public sealed class LiveConnectionsTests
{
    private static readonly Actor Ada = new(Guid.NewGuid());

    [Fact]
    public async Task OneUser_MayOpenSoManyPages_AndKeepsThem()
    {
        await using var connections = new LiveConnections(Options.Create(new LimitSettings { CircuitsPerUser = 20 }));
        var open = Enumerable.Range(0, 20).Select(_ => connections.TryEnter(Ada, "a")).ToList();

        Assert.All(open, Assert.NotNull);
        Assert.Null(connections.TryEnter(Ada, "b"));
        Assert.False(connections.HasRoom(Ada, "b"));
        Assert.NotNull(connections.TryEnter(new Actor(Guid.NewGuid()), "a"));
    }

    /// <summary>B-14, P-56: coming and going costs as well. Others behind the same address are not held up by it.</summary>
    [Fact]
    public async Task OneUser_MayComeSoOften_WhateverTheyLeave()
    {
        await using var connections = new LiveConnections(Options.Create(new LimitSettings()));
        for (var i = 0; i < 30; i++)
        {
            connections.TryEnter(Ada, $"{i}")!.Dispose();
        }

        Assert.Null(connections.TryEnter(Ada, "a"));
        Assert.NotNull(connections.TryEnter(new Actor(Guid.NewGuid()), "a"));
        Assert.NotNull(connections.TryEnter(default, "a"));
    }

    [Fact]
    public async Task ClosedPage_MakesRoomOnce()
    {
        await using var connections = new LiveConnections(Options.Create(new LimitSettings { CircuitsPerUser = 1 }));
        var first = connections.TryEnter(Ada, "a")!;

        first.Dispose();
        first.Dispose();

        Assert.NotNull(connections.TryEnter(Ada, "a"));
        Assert.Null(connections.TryEnter(Ada, "a"));
    }

    [Fact]
    public async Task OneSource_MayOpenSoManyPages_AsWhomever()
    {
        await using var connections = new LiveConnections(Options.Create(new LimitSettings { CircuitsPerSource = 2 }));

        Assert.NotNull(connections.TryEnter(Ada, "a"));
        Assert.NotNull(connections.TryEnter(new Actor(Guid.NewGuid()), "a"));
        Assert.Null(connections.TryEnter(new Actor(Guid.NewGuid()), "a"));
    }
}
