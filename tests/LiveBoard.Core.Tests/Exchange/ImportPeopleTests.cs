using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Exchange;

/// <summary>Being named in a file never gives access (P-6, X-49).</summary>
public sealed class ImportPeopleTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_UnmappedMembers_BecomePlaceholdersWithColours()
    {
        await using var workspace = await ImportWorkspace.CreateAsync();
        var import = await TrelloText.ImportAsync(TrelloSample.PresentDay);

        await workspace.ImportAsync(import.Plan);

        await using var db = workspace.Database.CreateDbContext();
        var people = await db.People.Where(p => p.IsPlaceholder).OrderBy(p => p.Color).ToListAsync(Stop);
        Assert.Equal(["Mara Okafor", "samir", "Former Colleague", "Former member m-9"], people.Select(p => p.Name));
        Assert.Equal([1, 2, 3, 4], people.Select(p => p.Color));
    }

    [Fact]
    public async Task Import_MemberMappedToColleague_NamesThemAndGivesNoRole()
    {
        await using var workspace = await ImportWorkspace.CreateAsync();
        var colleague = await workspace.Database.AddUserAsync(workspace.Id);
        var import = (await TrelloText.ImportAsync(TrelloSample.PresentDay)).WithMembers(
            new Dictionary<string, Guid?>
            {
                ["m-1"] = colleague.PersonId,
                ["m-2"] = colleague.PersonId,
                ["m-8"] = null,
            }
        );

        var boardId = await workspace.ImportAsync(import.Plan);

        var board = await workspace.Database.Reader.ReadAsync(boardId, Stop);
        Assert.Equal([colleague.PersonId], board!.Columns[0].Cards[1].AssigneeIds);
        await using var db = workspace.Database.CreateDbContext();
        Assert.Equal(workspace.Owner.PersonId, (await db.BoardMembers.SingleAsync(Stop)).PersonId);
        Assert.Equal(2, await db.People.CountAsync(p => p.IsPlaceholder, Stop));
    }

    [Fact]
    public async Task Import_MemberMappedToStranger_IsRefusedAndGivesNothing()
    {
        await using var workspace = await ImportWorkspace.CreateAsync();
        var stranger = await workspace.Database.AddUserAsync();
        var import = (await TrelloText.ImportAsync(TrelloSample.PresentDay)).WithMembers(
            new Dictionary<string, Guid?> { ["m-1"] = stranger.PersonId }
        );
        var command = workspace.Command(import.Plan);

        var result = await workspace.HandleAsync(command);

        Assert.Equal(new Rejection(RejectionCode.PersonNotFound, "Mara Okafor"), result.Rejection);
        Assert.Equal(0, await workspace.CountRowsAsync());
        var role = await workspace.Database.Access.GetBoardRoleAsync(stranger, command.BoardId, Stop);
        Assert.Equal(BoardRole.None, role);
    }

    [Fact]
    public async Task Import_PrivateBoard_NamesOnlyWhoMayOpenIt()
    {
        await using var workspace = await ImportWorkspace.CreateAsync();
        var colleague = await workspace.Database.AddUserAsync(workspace.Id);
        var import = await TrelloText.ImportAsync(TrelloSample.PresentDay);
        var command = workspace.Command(import.Plan) with { Visibility = BoardVisibility.Private };
        var named = new Dictionary<string, Guid?> { ["m-1"] = colleague.PersonId };
        var self = new Dictionary<string, Guid?> { ["m-1"] = workspace.Owner.PersonId };

        var refused = await workspace.HandleAsync(command with { Plan = import.WithMembers(named).Plan });
        var done = await workspace.HandleAsync(command with { Plan = import.WithMembers(self).Plan });

        Assert.Equal(RejectionCode.PersonNotFound, refused.Rejection?.Code);
        Assert.Equal(CommandStatus.Done, done.Status);
    }
}
