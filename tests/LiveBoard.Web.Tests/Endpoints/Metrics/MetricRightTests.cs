using System.Net;
using System.Net.Http.Headers;
using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Endpoints.Metrics;

/// <summary>Who may push: whoever has a good token, into its own workspace, and nobody by any other way.</summary>
public sealed class MetricRightTests(MetricApp metrics) : IClassFixture<MetricApp>
{
    private const string Body = """{ "value": 1, "at": "2026-01-01T10:00:00Z" }""";

    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer lbt_")]
    [InlineData("Bearer lbt_AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Basic {secret}")]
    [InlineData("{secret}")]
    [InlineData("Bearer {secret}x")]
    [InlineData("Bearer {secret} {secret}")]
    public async Task WithoutAGoodToken_NobodyMay(string? header)
    {
        var key = await metrics.AddSeriesAsync();
        using var request = MetricApp.Request(Body, key, secret: null);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            header?.Replace("{secret}", metrics.Secret, StringComparison.Ordinal)
        );

        Assert.Equal(401, (await metrics.SendAsync(request)).Status);
        Assert.Empty(await metrics.PointsAsync(key));
    }

    [Fact]
    public async Task SchemeOfTheToken_IsNoMatterOfCase()
    {
        var key = await metrics.AddSeriesAsync();
        using var request = MetricApp.Request(Body, key, secret: null);
        request.Headers.Authorization = new AuthenticationHeaderValue("bearer", metrics.Secret);

        Assert.Equal(200, (await metrics.SendAsync(request)).Status);
    }

    /// <summary>A page of somebody else's sends cookies and no header: an owner's sign-in must not be enough.</summary>
    [Fact]
    public async Task SignIn_OfAnOwner_OpensNothing()
    {
        var key = await metrics.AddSeriesAsync();
        using var browser = await metrics.App.CreateBrowserAsync(metrics.App.Administrator);
        using var request = MetricApp.Request(Body, key, secret: null);

        using var response = await browser.SendAsync(request, Stop);

        Assert.Equal(401, (await PushReply.OfAsync(response)).Status);
        Assert.Empty(await metrics.PointsAsync(key));
    }

    /// <summary>Somebody who is signed in may test their token in the same browser.</summary>
    [Fact]
    public async Task Token_BesideASignIn_IsWhatCounts()
    {
        var key = await metrics.AddSeriesAsync();
        using var browser = await metrics.App.CreateBrowserAsync(metrics.App.Administrator);
        using var request = MetricApp.Request(Body, key, metrics.Secret);

        using var response = await browser.SendAsync(request, Stop);

        Assert.Equal(200, (await PushReply.OfAsync(response)).Status);
    }

    [Fact]
    public async Task RevokedToken_IsNone()
    {
        var secret = await metrics.MakeTokenAsync("Short");
        Assert.Equal(200, (await metrics.PushAsync(Body, await metrics.AddSeriesAsync(), secret)).Status);
        var ada = metrics.App.Administrator.Actor;
        var token = (await metrics.Tokens.ListAsync(ada, metrics.App.WorkspaceId, Stop)).Single(t => t.Name == "Short");

        Assert.True((await metrics.Tokens.RevokeAsync(ada, token.Id, Stop)).IsDone);

        Assert.Equal(401, (await metrics.PushAsync(Body, await metrics.AddSeriesAsync(), secret)).Status);
    }

    [Fact]
    public async Task TokenOfAFormerOwner_IsForbidden_UntilTheyAreOneAgain()
    {
        var (ada, workspace) = (metrics.App.Administrator.Actor, metrics.App.WorkspaceId);
        var bo = await metrics.App.CreateUserAsync(role: WorkspaceRole.Owner);
        var secret = (await metrics.Tokens.CreateAsync(bo.Actor, workspace, "Bo's", cancellationToken: Stop)).Value!;
        var key = await metrics.AddSeriesAsync();
        var directory = metrics.App.Services.GetRequiredService<DirectoryService>();

        Assert.True((await directory.SetRoleAsync(ada, workspace, bo.Id, WorkspaceRole.Member, Stop)).IsDone);
        Assert.Equal(403, (await metrics.PushAsync(Body, key, secret)).Status);
        Assert.Empty(await metrics.PointsAsync(key));

        Assert.True((await directory.SetRoleAsync(ada, workspace, bo.Id, WorkspaceRole.Owner, Stop)).IsDone);
        Assert.Equal(200, (await metrics.PushAsync(Body, key, secret)).Status);
    }

    [Fact]
    public async Task SeriesOfAnotherWorkspace_IsLikeOneThatIsNot()
    {
        var ada = metrics.App.Administrator.Actor;
        var other = await metrics
            .App.Services.GetRequiredService<DirectoryService>()
            .CreateWorkspaceAsync(ada, "Other", Stop);
        var made = await metrics.Metrics.CreateSeriesAsync(ada, other.Value, new MetricWish("theirs", "Theirs"), Stop);

        var theirs = await metrics.PushAsync(Body, "theirs");
        var unknown = await metrics.PushAsync(Body, "unknown");

        Assert.Equal(404, theirs.Status);
        Assert.Equal(unknown, theirs);
        await using var db = metrics.App.CreateDbContext();
        Assert.False(await db.MetricPoints.AnyAsync(p => p.SeriesId == made.Value, Stop));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task OtherMethods_AreRefused_ForPrograms(string method)
    {
        using var request = MetricApp.Request(Body, "deploys", metrics.Secret);
        request.Method = new HttpMethod(method);

        Assert.Equal(405, (await metrics.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("*/*")]
    public async Task Refusal_IsForPrograms_WhateverTheyAccept(string accept)
    {
        using var request = MetricApp.Request(Body, "deploys", secret: null);
        request.Headers.TryAddWithoutValidation("Accept", accept);

        Assert.Equal(401, (await metrics.SendAsync(request)).Status);
    }

    [Fact]
    public async Task TooManyPushes_OfOneToken_OrOfOneSource_HaveToWait()
    {
        await using var busy = new MetricApp
        {
            App = new LiveBoardApp()
                .With("LiveBoard:Limits:PushesPerMinute", "2")
                .With("LiveBoard:Limits:PushesPerMinuteAndSource", "6"),
        };
        await busy.InitializeAsync();
        var second = await busy.MakeTokenAsync("Second");

        Assert.Equal("200 200 429", await StatusesAsync(busy, busy.Secret, 3));
        Assert.Equal("200 200", await StatusesAsync(busy, second, 2));
        using var client = busy.App.CreateBrowser();
        using var nobody = MetricApp.Request(Body, "deploys", secret: null);
        using var first = await client.SendAsync(nobody, Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, first.StatusCode);
        using var again = MetricApp.Request(Body, "deploys", secret: null);
        using var limited = await client.SendAsync(again, Stop);

        Assert.Equal(429, (await PushReply.OfAsync(limited)).Status);
        Assert.NotNull(limited.Headers.RetryAfter);
        await using var db = busy.App.CreateDbContext();
        var entry = await db.AuditEntries.FirstAsync(e => e.Kind == AuditKind.LimitReached, Stop);
        Assert.Contains("/api/v1/metrics", entry.Details, StringComparison.Ordinal);
    }

    private static async Task<string> StatusesAsync(MetricApp app, string secret, int count)
    {
        var statuses = new List<int>();
        for (var i = 0; i < count; i++)
        {
            statuses.Add((await app.PushAsync(Body, "deploys", secret)).Status);
        }

        return string.Join(' ', statuses);
    }
}
