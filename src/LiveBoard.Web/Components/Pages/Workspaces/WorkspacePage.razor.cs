using System.Collections.Immutable;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Events;
using LiveBoard.Web.Components.Layout;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace LiveBoard.Web.Components.Pages.Workspaces;

/// <summary>The people of a workspace, who is on the way, and its boards. Live.</summary>
public sealed partial class WorkspacePage
{
    private WorkspaceListing? _workspace;
    private ImmutableArray<MemberListing> _members = [];
    private IReadOnlyList<OpenInvitation> _invitations = [];
    private string? _refused;
    private bool _isRead;
    private Guid _readId;
    private bool _isRenaming;

    [Parameter]
    public Guid WorkspaceId { get; set; }

    [Inject]
    private BoardDirectory Directory { get; set; } = null!;

    [Inject]
    private DirectoryService People { get; set; } = null!;

    [Inject]
    private InvitationService Invitations { get; set; } = null!;

    [Inject]
    private BookmarkService Bookmarks { get; set; } = null!;

    [Inject]
    private OverlayHost Overlays { get; set; } = null!;

    private bool IsOwner => _workspace?.Role == WorkspaceRole.Owner;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (_isRead && _readId != WorkspaceId)
        {
            (_workspace, _isRead, _isRenaming, _refused) = (null, false, false, null);
            ReadAgain();
        }
    }

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        var id = WorkspaceId;
        var all = await Directory.ReadAsync(Actor, Closing);
        var members = await Directory.ReadMembersAsync(Actor, id, Closing);
        _invitations = await Invitations.ListAsync(Actor, id, Closing);
        _workspace = members is null ? null : all.FirstOrDefault(w => w.Id == id);
        _members = members ?? [];
        (_isRead, _readId) = (true, id);
    }

    /// <inheritdoc />
    protected override bool IsConcerned(DirectoryEvent change) =>
        change switch
        {
            AccessChanged access => access.PersonId is null || access.PersonId == Actor.PersonId,
            BookmarkChanged bookmark => bookmark.PersonId == Actor.PersonId,
            BoardListed listed => listed.WorkspaceId == WorkspaceId,
            WorkspaceChanged changed => changed.WorkspaceId == WorkspaceId,
            PersonChanged changed => _members.Any(m => m.PersonId == changed.Person.Id),
            CardCountChanged counted => _workspace is { } shown && shown.Boards.Any(b => b.Id == counted.BoardId),
            _ => false,
        };

    private void StartRenaming() => _isRenaming = true;

    private async Task RenameAsync(string? name)
    {
        _isRenaming = false;
        if (name is not null)
        {
            Show(await People.RenameWorkspaceAsync(Actor, WorkspaceId, name, Closing));
        }
    }

    private async Task SetRoleAsync((MemberListing Member, WorkspaceRole Role) wish) =>
        Show(await People.SetRoleAsync(Actor, WorkspaceId, wish.Member.PersonId, wish.Role, Closing));

    private async Task RemoveAsync(MemberListing member)
    {
        var isSure = await Overlays.AskAsync(
            WorkspaceTexts.RemoveTitle.With(member.Name, _workspace?.Name),
            WorkspaceTexts.RemoveText,
            WorkspaceTexts.Remove,
            WorkspaceTexts.Keep
        );
        if (isSure)
        {
            Show(await People.RemoveMemberAsync(Actor, WorkspaceId, member.PersonId, Closing));
        }
    }

    private async Task RevokeAsync(OpenInvitation invitation) =>
        Show(await Invitations.RevokeAsync(Actor, invitation.Id, Closing));

    private async Task StarAsync(BoardListing board) =>
        Show(await Bookmarks.SetStarAsync(Actor, board.Id, !board.IsStarred, Closing));

    private Task InviteAsync() =>
        Overlays.ShowAsync<InviteDialog>(
            WorkspaceTexts.Invite,
            new DialogParameters<InviteDialog> { { d => d.Actor, Actor }, { d => d.WorkspaceId, WorkspaceId } },
            DialogKinds.Form
        );

    private void Show(DirectoryResult result) =>
        _refused = result.Refusal is { } refusal ? RefusalWords.Of(refusal) : null;
}
