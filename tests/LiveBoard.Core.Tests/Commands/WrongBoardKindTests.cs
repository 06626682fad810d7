using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Links;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>No card ever stands on a dashboard and no widget on a kanban board, whatever the command.</summary>
public sealed class WrongBoardKindTests : IAsyncLifetime
{
    private static readonly Type[] ForBoth =
    [
        typeof(ArchiveBoard),
        typeof(ChangeBoard),
        typeof(SetBoardAccess),
        typeof(SetBoardMember),
    ];

    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private TestBoard _dashboard = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database);
        await _board.AddLabelAsync();
        _dashboard = await _board.AddDashboardAsync();
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task EveryCommandForCards_OnADashboard_IsRefused_AndChangesNothing()
    {
        var read = await _board.ReadAsync();
        var onDashboard = read with { Header = read.Header with { Id = _dashboard.Id } };
        var all = EveryCommand.On(onDashboard, _board.Owner, read).Where(c => !ForBoth.Contains(c.GetType()));

        await AssertRefusedAsync(all);
    }

    [Fact]
    public async Task EveryCommandForWidgets_OnAKanbanBoard_IsRefused_AndChangesNothing()
    {
        var widget = (await _dashboard.ReadAsync()).Widgets.Keys.First();

        await AssertRefusedAsync(EveryCommand.OnWidgets(_board.Id, widget));
    }

    [Fact]
    public async Task Card_GoesToNoDashboard_AndIsLinkedToNone()
    {
        var card = (await _board.ReadAsync()).Columns[0].Cards[0].Id;

        await AssertRefusedAsync([
            new MoveCardToBoard
            {
                BoardId = _board.Id,
                CardId = card,
                ToBoardId = _dashboard.Id,
                ToColumnId = Guid.CreateVersion7(),
            },
            new LinkCards
            {
                BoardId = _board.Id,
                CardId = card,
                ToBoardId = _dashboard.Id,
                ToCardId = card,
                Kind = CardLinkKind.Relates,
            },
        ]);
    }

    [Fact]
    public async Task CommandsForBoth_AreDoneOnADashboard()
    {
        var colleague = await _database.AddUserAsync(_board.WorkspaceId);
        var kanban = await _board.ReadAsync();
        var onDashboard = kanban with { Header = kanban.Header with { Id = _dashboard.Id } };
        var all = EveryCommand.On(onDashboard, _board.Owner, colleague: colleague);
        var wishes = all.Where(c => ForBoth.Contains(c.GetType())).OrderBy(c => c is ArchiveBoard).ToList();

        Assert.Equal(ForBoth.Length, wishes.Count);
        foreach (var wish in wishes)
        {
            Assert.Equal(CommandStatus.Done, (await _dashboard.DoAsync(wish)).Status);
        }

        Assert.Equal(
            ("New", BoardVisibility.Private, true, BoardKind.Dashboard),
            (await _dashboard.ReadAsync()).Header is var header
                ? (header.Name, header.Visibility, header.IsArchived, header.Kind)
                : default
        );
    }

    private async Task AssertRefusedAsync(IEnumerable<BoardCommand> commands)
    {
        var before = await DatabaseText.OfAsync(_database);
        foreach (var command in commands)
        {
            var result = await _database.Commands.HandleAsync(command, _board.Owner);
            Assert.Equal(
                (command.GetType().Name, RejectionCode.WrongBoardKind),
                (command.GetType().Name, result.Rejection?.Code)
            );
        }

        Assert.Equal(before, await DatabaseText.OfAsync(_database));
    }
}
