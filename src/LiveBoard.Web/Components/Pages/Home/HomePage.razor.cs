using System.Collections.Immutable;
using LiveBoard.Core.Access;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Events;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Layout;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace LiveBoard.Web.Components.Pages.Home;

/// <summary>Where everybody begins: the viewer's boards, starred and recent ones first. Live.</summary>
public sealed partial class HomePage
{
    private const int MaxRecent = 6;

    private ImmutableArray<WorkspaceListing>? _workspaces;
    private bool _isAdministrator;
    private string? _refused;
    private string _query = "";

    [Inject]
    private BoardDirectory Directory { get; set; } = null!;

    [Inject]
    private BookmarkService Bookmarks { get; set; } = null!;

    [Inject]
    private BoardCommandHandler Commands { get; set; } = null!;

    [Inject]
    private OverlayHost Overlays { get; set; } = null!;

    private ImmutableArray<WorkspaceListing> Workspaces => _workspaces ?? [];

    private IEnumerable<BoardListing> AllBoards => Workspaces.SelectMany(w => w.Boards);

    private IReadOnlyList<BoardListing> Starred => [.. AllBoards.Where(b => b.IsStarred)];

    private IReadOnlyList<BoardListing> Recent =>
        [
            .. AllBoards
                .Where(b => !b.IsStarred && b.LastVisitedAt is not null)
                .OrderByDescending(b => b.LastVisitedAt)
                .Take(MaxRecent),
        ];

    /// <summary>Boards whose names hold all the words, archived ones left out; null while nothing is looked for.</summary>
    private IReadOnlyList<BoardListing>? Find()
    {
        var words = _query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            ? null
            : [.. AllBoards.Where(b => words.All(w => b.Name.Contains(w, StringComparison.CurrentCultureIgnoreCase)))];
    }

    /// <summary>With a single workspace, saying its name on every board would say nothing.</summary>
    private IReadOnlyDictionary<Guid, string> OtherNames =>
        Workspaces.Length > 1
            ? Workspaces.ToDictionary(w => w.Id, w => w.Name)
            : ImmutableDictionary<Guid, string>.Empty;

    private bool CanCreate => Workspaces.Any(w => w.Role is not null);

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        _workspaces = await Directory.ReadAsync(Actor, Closing);
        if (Workspaces.IsEmpty)
        {
            _isAdministrator = await Directory.ReadOwnAsync(Actor, Closing) is { IsAdministrator: true };
        }
    }

    /// <inheritdoc />
    protected override bool IsConcerned(DirectoryEvent change) =>
        change switch
        {
            AccessChanged access => access.PersonId is null || access.PersonId == Actor.PersonId,
            BookmarkChanged bookmark => bookmark.PersonId == Actor.PersonId,
            BoardListed listed => Workspaces.Any(w => w.Id == listed.WorkspaceId),
            WorkspaceChanged changed => Workspaces.Any(w => w.Id == changed.WorkspaceId),
            CardCountChanged counted => AllBoards.Any(b => b.Id == counted.BoardId),
            _ => false,
        };

    private async Task StarAsync(BoardListing board)
    {
        var result = await Bookmarks.SetStarAsync(Actor, board.Id, !board.IsStarred, Closing);
        _refused = result.Refusal is { } refusal ? RefusalWords.Of(refusal) : null;
    }

    private async Task RestoreAsync(BoardListing board)
    {
        var result = await Commands.HandleAsync(
            new ArchiveBoard { BoardId = board.Id, IsArchived = false },
            Actor,
            Closing
        );
        _refused = result.Rejection is { } rejection ? RejectionWords.Of(rejection) : null;
    }

    private Task CreateAsync() => CreateInAsync(Workspaces.First(w => w.Role is not null));

    private Task CreateInAsync(WorkspaceListing workspace) =>
        Overlays.ShowAsync<CreateBoardDialog>(
            HomeTexts.NewBoard,
            new DialogParameters<CreateBoardDialog>
            {
                { d => d.Actor, Actor },
                { d => d.Workspaces, Workspaces.RemoveAll(w => w.Role is null) },
                { d => d.WorkspaceId, workspace.Id },
            },
            DialogKinds.Form
        );
}
