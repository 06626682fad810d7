using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Plans;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Exchange;

/// <summary>A workspace with its owner, in a database that holds nothing else: what is imported goes here.</summary>
internal sealed class ImportWorkspace : IAsyncDisposable
{
    private ImportWorkspace(TestDatabase database, Guid id, Actor owner)
    {
        Database = database;
        Id = id;
        Owner = owner;
    }

    public TestDatabase Database { get; }

    public Guid Id { get; }

    public Actor Owner { get; }

    public static async Task<ImportWorkspace> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync();
        var id = await database.AddWorkspaceAsync();
        return new ImportWorkspace(database, id, await database.AddUserAsync(id, WorkspaceRole.Owner));
    }

    public ImportBoard Command(BoardPlan plan) =>
        new()
        {
            BoardId = Guid.CreateVersion7(),
            WorkspaceId = Id,
            Plan = plan,
        };

    public Task<CommandResult> HandleAsync(BoardCommand command) => Database.Commands.HandleAsync(command, Owner);

    /// <summary>Imports a plan that must be accepted.</summary>
    public async Task<Guid> ImportAsync(BoardPlan plan)
    {
        var command = Command(plan);
        var result = await HandleAsync(command);
        Assert.Equal(new CommandResult(CommandStatus.Done, Version: 1), result);
        return command.BoardId;
    }

    /// <summary>Rows that an import could leave behind, in all of the database.</summary>
    public async Task<int> CountRowsAsync()
    {
        await using var db = Database.CreateDbContext();
        return await db.Boards.CountAsync()
            + await db.Columns.CountAsync()
            + await db.Cards.CountAsync()
            + await db.Labels.CountAsync()
            + await db.Activity.CountAsync()
            + await db.BoardChanges.CountAsync()
            + await db.People.CountAsync(p => p.IsPlaceholder);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
