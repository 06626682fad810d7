using System.Collections.Immutable;
using LiveBoard.Core.Access;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Exchange;
using LiveBoard.Core.Exchange.Trello;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Import;

public sealed partial class ImportReviewPage
{
    private readonly ImportWish _wish = new();
    private ImportDraft? _draft;
    private Actor _actor;
    private IReadOnlyList<WorkspaceListing> _workspaces = [];
    private ImmutableArray<MemberListing> _accounts = [];
    private IReadOnlyList<EarlierImport> _earlier = [];
    private string? _error;
    private Guid _readId;
    private IReadOnlyList<Guid> _waiting = [];
    private bool _isRead;
    private bool _isImporting;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Those that were chosen with it and come after it.</summary>
    [SupplyParameterFromQuery]
    private string? Next { get; set; }

    [Inject]
    private ImportDrafts Drafts { get; set; } = null!;

    [Inject]
    private CurrentUser CurrentUser { get; set; } = null!;

    [Inject]
    private BoardDirectory Boards { get; set; } = null!;

    [Inject]
    private EarlierImports Earlier { get; set; } = null!;

    [Inject]
    private BoardCommandHandler Commands { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_readId == Id)
        {
            return;
        }

        // The next board of several is shown by the same page.
        (_readId, _isRead, _error, _waiting) = (Id, false, null, ImportQueue.Read(Next));
        _actor = await CurrentUser.GetActorAsync();
        _draft = Drafts.Find(Id, _actor);
        if (_draft?.Reading.Import is { } import)
        {
            var all = await Boards.ReadAsync(_actor);
            _workspaces = [.. all.Where(w => w.Role is not null)];
            _wish.Name = import.Plan.Name;
            await SetWorkspaceAsync(_workspaces is [var first, ..] ? first.Id : Guid.Empty, import);
        }

        _isRead = true;
    }

    private async Task SetWorkspaceAsync(Guid workspaceId, TrelloImport import)
    {
        _wish.WorkspaceId = workspaceId;
        _wish.Accounts.Clear();
        _accounts = await Boards.ReadMembersAsync(_actor, workspaceId) ?? [];
        _earlier = await Earlier.FindAsync(_actor, workspaceId, import.Plan.Source);
        foreach (var member in import.Members)
        {
            // A guess by the name, there to be corrected; it gives nobody any right.
            var same = _accounts.Where(a => string.Equals(a.Name, member.Name, StringComparison.OrdinalIgnoreCase));
            _wish.Accounts[member.Id] = same.Select(a => (Guid?)a.PersonId).FirstOrDefault();
        }
    }

    private Task ChooseWorkspaceAsync(ChangeEventArgs change) =>
        Guid.TryParse(change.Value as string, out var id) && _draft?.Reading.Import is { } import
            ? SetWorkspaceAsync(id, import)
            : Task.CompletedTask;

    private void Map(string memberId, ChangeEventArgs change) =>
        _wish.Accounts[memberId] = Guid.TryParse(change.Value as string, out var id) ? id : null;

    private async Task ImportAsync()
    {
        if (_isImporting)
        {
            return;
        }

        _isImporting = true;
        var import = _draft!.Reading.Import!.WithMembers(_wish.Accounts);
        var command = new ImportBoard
        {
            BoardId = Guid.CreateVersion7(),
            WorkspaceId = _wish.WorkspaceId,
            Plan = import.Plan with { Name = _wish.Name },
        };
        var result = await Commands.HandleAsync(command, _actor);
        _isImporting = false;
        if (result.Rejection is { } rejection)
        {
            _error = RejectionWords.Of(rejection);
            return;
        }

        Drafts.Remove(Id);
        Navigation.NavigateTo(
            _waiting.Count > 0 ? ImportQueue.AddressOf(_waiting).TrimStart('/') : $"b/{command.BoardId}"
        );
    }

    private sealed class ImportWish
    {
        public Guid WorkspaceId { get; set; }

        public string Name { get; set; } = "";

        public Dictionary<string, Guid?> Accounts { get; } = new(StringComparer.Ordinal);
    }
}
