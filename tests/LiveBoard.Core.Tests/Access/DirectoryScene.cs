using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Tests.Access;

/// <summary>A workspace with everything that an operation on it may be about, and ways to the people of docs/access.md.</summary>
internal sealed class DirectoryScene : IAsyncDisposable
{
    private DirectoryScene(
        DirectoryFixture directory,
        Actor colleague,
        string secret,
        Guid invitationId,
        Guid seriesId,
        Guid tokenId,
        Guid dashboardId
    )
    {
        SeriesId = seriesId;
        TokenId = tokenId;
        DashboardId = dashboardId;
        Directory = directory;
        Colleague = colleague;
        Secret = secret;
        InvitationId = invitationId;
    }

    public DirectoryFixture Directory { get; }

    /// <summary>A member who asks for nothing.</summary>
    public Actor Colleague { get; }

    /// <summary>Of an open invitation.</summary>
    public string Secret { get; }

    /// <summary>The same one.</summary>
    public Guid InvitationId { get; }

    /// <summary>A series with a point at the present.</summary>
    public Guid SeriesId { get; }

    /// <summary>A token for programs.</summary>
    public Guid TokenId { get; }

    public DateTime Now => Directory.Time.GetUtcNow().UtcDateTime;

    /// <summary>A dashboard of the workspace.</summary>
    public Guid DashboardId { get; }

    public static async Task<DirectoryScene> CreateAsync()
    {
        var directory = await DirectoryFixture.CreateAsync();
        var colleague = await directory.AddMemberAsync("Colleague");
        var secret = await directory.Invitations.CreateAsync(
            directory.Owner,
            directory.Workspace,
            WorkspaceRole.Member
        );
        var open = Assert.Single(await directory.Invitations.ListAsync(directory.Owner, directory.Workspace));
        var (owner, workspace) = (directory.Owner, directory.Workspace);
        var series = await directory.Metrics.CreateSeriesAsync(owner, workspace, new MetricWish("deploys", "Deploys"));
        Assert.True((await directory.Metrics.EnterPointAsync(owner, series.Value, at: null, value: 1)).IsDone);
        Assert.True((await directory.Tokens.CreateAsync(owner, workspace, "Build server")).IsDone);
        var token = Assert.Single(await directory.Tokens.ListAsync(owner, workspace));
        var dashboard = await directory.AddDashboardAsync(directory.Owner, "Dashboard");
        return new DirectoryScene(directory, colleague, secret.Value!, open.Id, series.Value, token.Id, dashboard);
    }

    /// <summary>Somebody who is this to the workspace.</summary>
    public async Task<Actor> AddAsync(string person) =>
        person switch
        {
            "nobody" => default,
            "stranger" => await Directory.AddMemberAsync("Stranger", WorkspaceRole.Owner, await AddWorkspaceAsync()),
            "member" => await Directory.AddMemberAsync("Member"),
            "owner" => await Directory.AddMemberAsync("Second", WorkspaceRole.Owner),
            "administrator" => await Directory.AddAccountAsync("Root", isAdministrator: true),
            _ => throw new InvalidOperationException($"Who is {person}?"),
        };

    /// <summary>Somebody who was everything there is, until the account was disabled.</summary>
    public async Task<Actor> AddDisabledAsync()
    {
        await Directory.DisableAsync(Directory.Owner);
        return Directory.Owner;
    }

    public ValueTask DisposeAsync() => Directory.DisposeAsync();

    private async Task<Guid> AddWorkspaceAsync() =>
        (await Directory.Service.CreateWorkspaceAsync(Directory.Owner, "Other")).Value;
}
