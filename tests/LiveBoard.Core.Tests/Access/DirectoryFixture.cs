using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Access.Work;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Widgets;
using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using LiveBoard.Core.Tests.Commands;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Core.Tests.Access;

/// <summary>The directory's services on a database of their own, and short ways to people, workspaces and boards.</summary>
internal sealed class DirectoryFixture : IAsyncDisposable
{
    private readonly TestDatabase _database;

    public NotificationService Notifications => _database.Notifications;

    private DirectoryFixture(TestDatabase database)
    {
        _database = database;
        Service = new DirectoryService(database, Access, database.Writes, database.Refusals, database.Time);
        Invitations = new InvitationService(database, Access, database.Writes, database.Refusals, database.Time);
        Instance = new InstanceService(database, Access, database.Writes, database.Refusals, database.Time);
        Accounts = new AccountAdministration(
            database,
            Access,
            database.Audit,
            database.Refusals,
            database.Writes,
            database.Time
        );
        AccountList = new AccountDirectory(database, Access);
        Metrics = new MetricService(database, Access, database.Writes, database.Refusals, database.Time);
        Tokens = new ApiTokenService(database, Access, database.Writes, database.Refusals, database.Time);
        Work = new WorkReader(database, Access);
        PersonalData = new PersonalDataReader(database, Access);
        Bookmarks = new BookmarkService(database, Access, database.Writes, database.Refusals, database.Time);
        Boards = new BoardDirectory(database, Access);
    }

    public FakeTimeProvider Time => (FakeTimeProvider)_database.Time;

    public InProcessBoardEventBus Bus => _database.Inner;

    public AccessService Access => _database.Access;

    public DirectoryService Service { get; }

    public InvitationService Invitations { get; }

    public InstanceService Instance { get; }

    public AccountAdministration Accounts { get; }

    public AccountDirectory AccountList { get; }

    public MetricService Metrics { get; }

    public ApiTokenService Tokens { get; }

    public WorkReader Work { get; }

    public PersonalDataReader PersonalData { get; }

    public BookmarkService Bookmarks { get; }

    public BoardDirectory Boards { get; }

    public BoardCommandHandler Commands => _database.Commands;

    /// <summary>Administrator of the instance, and owner of <see cref="Workspace"/>.</summary>
    public Actor Owner { get; private set; }

    public Guid Workspace { get; private set; }

    public static async Task<DirectoryFixture> CreateAsync()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        var fixture = new DirectoryFixture(await TestDatabase.CreateAsync(time: time));
        fixture.Owner = await fixture.AddAccountAsync("Owner", isAdministrator: true);
        fixture.Workspace = (await fixture.Service.CreateWorkspaceAsync(fixture.Owner, "Team")).Value;
        return fixture;
    }

    public LiveBoardDbContext CreateDbContext() => _database.CreateDbContext();

    public async Task<Actor> AddAccountAsync(string name, bool isAdministrator = false)
    {
        var id = Guid.CreateVersion7();
        await using var db = CreateDbContext();
        db.People.Add(new Person { Id = id, Name = name });
        db.Users.Add(
            new ApplicationUser
            {
                Id = id,
                UserName = name,
                NormalizedUserName = name.ToUpperInvariant(),
                Email = $"{name}@example.com",
                SecurityStamp = "stamp",
                IsAdministrator = isAdministrator,
                CreatedAt = Time.GetUtcNow().UtcDateTime,
            }
        );
        await db.SaveChangesAsync();
        return new Actor(id);
    }

    /// <summary>An account that came in by an invitation.</summary>
    public async Task<Actor> AddMemberAsync(
        string name,
        WorkspaceRole role = WorkspaceRole.Member,
        Guid? workspace = null
    )
    {
        var actor = await AddAccountAsync(name);
        var token = await Invitations.CreateAsync(Owner, workspace ?? Workspace, role);
        Assert.True((await Invitations.AcceptAsync(actor, token.Value)).IsDone);
        return actor;
    }

    public async Task<Guid> AddBoardAsync(
        Actor by,
        string name,
        BoardVisibility visibility = BoardVisibility.Workspace,
        Guid? workspace = null
    )
    {
        var id = Guid.CreateVersion7();
        var result = await Commands.HandleAsync(
            new CreateBoard
            {
                BoardId = id,
                WorkspaceId = workspace ?? Workspace,
                Name = name,
                Visibility = visibility,
            },
            by
        );
        Assert.True(result.IsDone);
        return id;
    }

    public async Task<Guid> AddDashboardAsync(
        Actor by,
        string name,
        BoardVisibility visibility = BoardVisibility.Workspace,
        Guid? workspace = null
    )
    {
        var id = Guid.CreateVersion7();
        var result = await Commands.HandleAsync(
            new CreateDashboard
            {
                BoardId = id,
                WorkspaceId = workspace ?? Workspace,
                Name = name,
                Visibility = visibility,
            },
            by
        );
        Assert.True(result.IsDone);
        return id;
    }

    public async Task DisableAsync(Actor actor)
    {
        await using var db = CreateDbContext();
        (await db.Users.SingleAsync(u => u.Id == actor.PersonId)).IsDisabled = true;
        await db.SaveChangesAsync();
    }

    public async Task<WorkspaceRole?> RoleOfAsync(Actor actor)
    {
        await using var db = CreateDbContext();
        return await Access.GetWorkspaceRoleAsync(db, actor, Workspace);
    }

    /// <summary>Everything that is stored, to be compared.</summary>
    public Task<string> TextAsync() => DatabaseText.OfAsync(_database);

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
