using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Access.Metrics;

/// <summary>What a token lets a program do, and until when.</summary>
public sealed class ApiTokenTests : IAsyncLifetime
{
    private MetricScene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await MetricScene.CreateAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Secret_Has128Bits_IsRecognised_AndKeptAsAHash()
    {
        Assert.Matches("^lbt_[A-Za-z0-9_-]{22}$", _scene.Secret);
        await using var db = _scene.Database.CreateDbContext();
        var token = await db.ApiTokens.SingleAsync();
        Assert.Equal(LinkSecret.Hash(_scene.Secret), token.TokenHash);
        var entry = await db.AuditEntries.SingleAsync(e => e.Kind == AuditKind.ApiTokenMade);
        Assert.Equal((_scene.Workspace, $"{token.Id} Build server"), (entry.SubjectId, entry.Details));
    }

    [Fact]
    public async Task Unknown_NoAndHalfASecret_FindNothing()
    {
        Assert.NotNull(await _scene.Intake.FindAsync(_scene.Secret));
        foreach (var secret in new[] { null, "", ApiTokenService.Prefix, _scene.Secret[..^1], _scene.Secret[4..] })
        {
            Assert.Null(await _scene.Intake.FindAsync(secret));
        }
    }

    [Fact]
    public async Task RevokedToken_DoesNothing_AlsoForAPushThatIsUnderWay()
    {
        var pass = await _scene.PassAsync();
        var token = Assert.Single(await ListAsync());

        Assert.Null((await _scene.Tokens.RevokeAsync(_scene.Owner, token.Id)).Refusal);

        Assert.Null(await _scene.Intake.FindAsync(_scene.Secret));
        var receipt = await _scene.Intake.TakeAsync(pass, [MetricScene.Push("deploys", new MetricInput(null, 1))]);
        Assert.Equal(MetricRefusalCode.TokenInvalid, receipt.Refusal?.Code);
        Assert.Empty(await _scene.PointsAsync());
        Assert.Empty(await ListAsync());
        Assert.Equal(DirectoryRefusal.NotFound, (await _scene.Tokens.RevokeAsync(_scene.Owner, token.Id)).Refusal);
        await using var db = _scene.Database.CreateDbContext();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Kind == AuditKind.ApiTokenRevoked));
    }

    [Fact]
    public async Task Token_EndsWhenItIsSaid()
    {
        var end = _scene.Now.AddDays(1);
        var secret = (await _scene.Tokens.CreateAsync(_scene.Owner, _scene.Workspace, "Brief", end)).Value;
        _scene.Time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await _scene.Intake.FindAsync(secret));

        _scene.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await _scene.Intake.FindAsync(secret));
        Assert.True((await ListAsync()).Single(t => t.Name == "Brief").IsOver);
        Assert.Equal(
            DirectoryRefusal.TokenEndInvalid,
            (await _scene.Tokens.CreateAsync(_scene.Owner, _scene.Workspace, "Late", _scene.Now)).Refusal
        );
    }

    /// <summary>An owner who is put out must not keep a way in for their programs.</summary>
    [Theory]
    [InlineData("demoted")]
    [InlineData("removed")]
    [InlineData("disabled")]
    public async Task TokenOfAFormerOwner_Rests(string how)
    {
        var pass = await _scene.PassAsync();
        var other = await _scene.Database.AddUserAsync(_scene.Workspace, WorkspaceRole.Owner);

        await TakeRightAsync(how, other);

        Assert.True((await _scene.PassAsync()).IsResting);
        var receipt = await _scene.Intake.TakeAsync(pass, [MetricScene.Push("deploys", new MetricInput(null, 1))]);
        Assert.Equal(MetricRefusalCode.TokenResting, receipt.Refusal?.Code);
        Assert.Empty(await _scene.PointsAsync());
        Assert.True(Assert.Single(await _scene.Tokens.ListAsync(other, _scene.Workspace)).IsResting);
    }

    [Fact]
    public async Task LastUse_IsKeptOnceAMinute()
    {
        Assert.Null(Assert.Single(await ListAsync()).LastUsedAt);
        var first = _scene.Now;
        await _scene.PushAsync(new MetricInput(null, 1));
        Assert.Equal(first, Assert.Single(await ListAsync()).LastUsedAt);

        _scene.Time.Advance(TimeSpan.FromSeconds(59));
        await _scene.PushAsync(new MetricInput(null, 2));
        Assert.Equal(first, Assert.Single(await ListAsync()).LastUsedAt);

        _scene.Time.Advance(TimeSpan.FromSeconds(1));
        await _scene.PushAsync(new MetricInput(null, 3));
        Assert.Equal(first.AddMinutes(1), Assert.Single(await ListAsync()).LastUsedAt);
    }

    [Fact]
    public async Task Workspace_Has50TokensAtMost_RevokedOnesNotCounted()
    {
        for (var i = 1; i < ApiTokenService.MaxPerWorkspace; i++)
        {
            Assert.True((await _scene.Tokens.CreateAsync(_scene.Owner, _scene.Workspace, $"Token {i}")).IsDone);
        }

        var more = await _scene.Tokens.CreateAsync(_scene.Owner, _scene.Workspace, "One more");
        Assert.Equal(DirectoryRefusal.TooManyTokens, more.Refusal);
        await _scene.Tokens.RevokeAsync(_scene.Owner, (await ListAsync())[0].Id);
        Assert.True((await _scene.Tokens.CreateAsync(_scene.Owner, _scene.Workspace, "One more")).IsDone);
    }

    private Task<IReadOnlyList<ApiTokenListing>> ListAsync() => _scene.Tokens.ListAsync(_scene.Owner, _scene.Workspace);

    private async Task TakeRightAsync(string how, Actor by)
    {
        var (directory, workspace, person) = (_scene.Directory, _scene.Workspace, _scene.Owner.PersonId);
        switch (how)
        {
            case "demoted":
                Assert.True((await directory.SetRoleAsync(by, workspace, person, WorkspaceRole.Member)).IsDone);
                break;
            case "removed":
                Assert.True((await directory.RemoveMemberAsync(by, workspace, person)).IsDone);
                break;
            default:
                await using (var db = _scene.Database.CreateDbContext())
                {
                    (await db.Users.SingleAsync(u => u.Id == person)).IsDisabled = true;
                    await db.SaveChangesAsync();
                }

                break;
        }
    }
}
