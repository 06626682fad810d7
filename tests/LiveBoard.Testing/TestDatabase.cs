using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using LiveBoard.Core.Live;
using LiveBoard.Core.Live.Texts;
using LiveBoard.Migrations.PostgreSql;
using LiveBoard.Migrations.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveBoard.Testing;

/// <summary>A real database of its own with everything of Core on top: commands, bus, reader, live boards.</summary>
public sealed class TestDatabase : IAsyncDisposable, IDbContextFactory<LiveBoardDbContext>
{
    private readonly string _directory = Directory.CreateTempSubdirectory("liveboard-core-").FullName;
    private readonly TestPostgres? _postgres;

    private TestDatabase(TestPostgres? postgres, IBoardEventBus? bus, TimeProvider? time)
    {
        _postgres = postgres;
        Writes = new WriteQueue(isPerBoard: postgres is not null);
        Time = time ?? TimeProvider.System;
        Inner = new InProcessBoardEventBus(NullLogger<InProcessBoardEventBus>.Instance);
        Bus = bus ?? Inner;
        Interceptor = new BoardChangeInterceptor(Bus, Time);
        Access = new AccessService(this);
        Guests = new GuestAccess(this, Access, Time);
        Audit = new AuditLog(this, Writes, Time);
        Refusals = new RefusalLog(Audit, Time);
        GuestLinks = new GuestLinkService(this, Access, Audit, Refusals, Writes, Time);
        Reader = new BoardReader(this, Writes);
        Commands = new BoardCommandHandler(this, Access, Writes, Refusals, Time);
        Notifications = new NotificationService(this, Access, Writes, Refusals, Time);
        Watches = new WatchService(this, Access, Writes, Refusals, Time);
        Texts = OpenTexts();
        Live = new LiveBoardRegistry(this, Reader, Access, Guests, Bus, Time, NullLogger<LiveBoardRegistry>.Instance);
    }

    public TimeProvider Time { get; }

    public InProcessBoardEventBus Inner { get; }

    public IBoardEventBus Bus { get; }

    public BoardChangeInterceptor Interceptor { get; }

    public AccessService Access { get; }

    public GuestAccess Guests { get; }

    public GuestLinkService GuestLinks { get; }

    public AuditLog Audit { get; }

    public RefusalLog Refusals { get; }

    public BoardReader Reader { get; }

    public BoardCommandHandler Commands { get; }

    public NotificationService Notifications { get; }

    public WatchService Watches { get; }

    public LiveBoardRegistry Live { get; }

    /// <summary>The authority over descriptions; <see cref="OpenTexts"/> makes another one, as another node has it.</summary>
    public CardTextAuthority Texts { get; }

    public StatementCounter Statements { get; } = new();

    /// <summary>Lets writers in; services that write beside <see cref="Commands"/> need it too.</summary>
    public WriteQueue Writes { get; }

    private string SqliteFile => Path.Combine(_directory, "test.db");

    /// <summary>Address of a PostgreSQL server for tests; null when there is none.</summary>
    public static string? PostgresServer => Environment.GetEnvironmentVariable("LIVEBOARD_TEST_POSTGRES");

    public CardTextAuthority OpenTexts() =>
        new(
            this,
            Access,
            Writes,
            Bus,
            async (boardId, cardId, author) =>
                (await Commands.HandleAsync(new SettleCardText { BoardId = boardId, CardId = cardId }, author)).IsDone,
            Time,
            NullLogger<CardTextAuthority>.Instance
        );

    public static async Task<TestDatabase> CreateAsync(
        IBoardEventBus? bus = null,
        TimeProvider? time = null,
        string? postgresServer = null
    )
    {
        var postgres = postgresServer is null ? null : await TestPostgres.CreateAsync(postgresServer);
        var database = new TestDatabase(postgres, bus, time);
        if (postgres is null)
        {
            MigratedSqlite.CopyTo(database.SqliteFile);
        }
        else
        {
            await using var db = database.CreateDbContext();
            await db.Database.MigrateAsync();
        }

        return database;
    }

    public LiveBoardDbContext CreateDbContext() => CreateDbContext(Interceptor);

    /// <summary>A context with these interceptors only: without <see cref="Interceptor"/> nobody hears of its saves.</summary>
    public LiveBoardDbContext CreateDbContext(params IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<LiveBoardDbContext>();
        _ = _postgres is null
            ? options.UseLiveBoardSqlite($"Data Source={SqliteFile}")
            : options.UseLiveBoardPostgreSql(_postgres.ConnectionString);
        options.AddInterceptors([Statements, .. interceptors]);
        return new LiveBoardDbContext(options.Options);
    }

    /// <summary>A person with an account, and a place in the workspace if one is given.</summary>
    public async Task<Actor> AddUserAsync(Guid? workspaceId = null, WorkspaceRole role = WorkspaceRole.Member)
    {
        await using var db = CreateDbContext();
        var id = Guid.CreateVersion7();
        db.People.Add(new Person { Id = id, Name = $"Person {id.ToString()[^4..]}" });
        db.Users.Add(
            new ApplicationUser
            {
                Id = id,
                UserName = id.ToString(),
                CreatedAt = DateTime.UnixEpoch,
                SecurityStamp = "1",
            }
        );
        if (workspaceId is { } workspace)
        {
            db.WorkspaceMembers.Add(
                new WorkspaceMember
                {
                    WorkspaceId = workspace,
                    PersonId = id,
                    Role = role,
                }
            );
        }

        await db.SaveChangesAsync();
        return new Actor(id);
    }

    public async Task<Guid> AddWorkspaceAsync()
    {
        await using var db = CreateDbContext();
        var id = Guid.CreateVersion7();
        db.Workspaces.Add(
            new Workspace
            {
                Id = id,
                Name = "Team",
                CreatedAt = DateTime.UnixEpoch,
            }
        );
        await db.SaveChangesAsync();
        return id;
    }

    /// <summary>Gives somebody a place in one more workspace, or another one in the same.</summary>
    public async Task JoinAsync(Guid workspaceId, Actor actor, WorkspaceRole role = WorkspaceRole.Owner)
    {
        await using var db = CreateDbContext();
        var member = await db.WorkspaceMembers.FindAsync(workspaceId, actor.PersonId);
        if (member is null)
        {
            db.WorkspaceMembers.Add(
                new WorkspaceMember
                {
                    WorkspaceId = workspaceId,
                    PersonId = actor.PersonId,
                    Role = role,
                }
            );
        }
        else
        {
            member.Role = role;
        }

        await db.SaveChangesAsync();
    }

    public async Task<BoardSnapshot> ReadAsync(Guid boardId) => (await Reader.ReadAsync(boardId))!;

    public async ValueTask DisposeAsync()
    {
        await Live.DisposeAsync();
        Writes.Dispose();
        await using (var db = CreateDbContext())
        {
            // Only this database's pool: other tests run beside this one.
            if (db.Database.GetDbConnection() is SqliteConnection connection)
            {
                SqliteConnection.ClearPool(connection);
            }
        }

        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }

        Directory.Delete(_directory, recursive: true);
    }
}
